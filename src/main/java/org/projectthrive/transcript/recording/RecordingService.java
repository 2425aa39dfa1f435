package org.projectthrive.transcript.recording;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionWarnings;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.Membership;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps track of recordings, for the lead and each session's facilitators. */
@Service
@Transactional(readOnly = true)
class RecordingService implements SessionWarnings {

	private final RecordingRepository recordings;

	private final Sessions sessions;

	private final AuditLog audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	RecordingService(RecordingRepository recordings, Sessions sessions, AuditLog audit, JdbcClient jdbc, Clock clock) {
		this.recordings = recordings;
		this.sessions = sessions;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A session that is open to somebody; for others there is none. */
	SessionRow session(Membership me, Long sessionId) {
		return this.sessions.openTo(me, sessionId);
	}

	Optional<Recording> find(Long studyId, Long sessionId) {
		return this.recordings.ofSession(studyId, sessionId);
	}

	LocalDate today(SessionRow session) {
		return LocalDate.now(this.clock.withZone(ZoneId.of(session.zone())));
	}

	static LocalDate held(SessionRow session) {
		return session.startsAt().atZone(ZoneId.of(session.zone())).toLocalDate();
	}

	@Nullable String deletedBy(Recording recording) {
		return (recording.deletedBy() == null) ? null
				: this.jdbc.sql("select name from person where id = ?")
					.param(recording.deletedBy())
					.query(String.class)
					.single();
	}

	@Transactional
	void track(Membership me, Long sessionId, RecordingForm form) {
		Long studyId = me.study().id();
		if (!session(me, sessionId).isHeld()) {
			throw new RuleViolation("recording.notHeld");
		}
		Recording recording = find(studyId, sessionId).orElseGet(() -> new Recording(studyId, sessionId));
		recording.requireKept();
		requireVersion(recording, form.version());
		recording.track(String.valueOf(form.place()).strip(), String.valueOf(form.holder()).strip(), form.sentOn(),
				form.receivedOn(), Objects.requireNonNull(form.deleteBy()));
		save(recording);
		this.audit.record(studyId, "recording.tracked", sessionId);
	}

	/** Two who say first at once where it is: one of them has to look at the other. */
	private void save(Recording recording) {
		try {
			this.recordings.saveAndFlush(recording);
		}
		catch (DataIntegrityViolationException ex) {
			throw new ObjectOptimisticLockingFailureException(Recording.class, recording.sessionId(), ex);
		}
	}

	private static void requireVersion(Recording recording, @Nullable Integer known) {
		if (!Objects.equals(recording.version(), known)) {
			throw new ObjectOptimisticLockingFailureException(Recording.class, recording.sessionId());
		}
	}

	/** Says that it is gone everywhere; refused when its place has changed meanwhile. */
	@Transactional
	void delete(Membership me, Long sessionId, LocalDate on, @Nullable Integer version) {
		SessionRow session = session(me, sessionId);
		Recording recording = find(me.study().id(), sessionId).orElseThrow(() -> new NotFound("recording"));
		if (on.isBefore(held(session)) || on.isAfter(today(session))) {
			throw new RuleViolation("recording.deleted.date");
		}
		recording.requireKept();
		requireVersion(recording, version);
		recording.delete(on, me.personId());
		this.recordings.saveAndFlush(recording);
		this.audit.record(me.study().id(), "recording.deleted", sessionId);
	}

	@Override
	public Map<Long, String> ofStudy(Long studyId) {
		Set<Long> overdue = Set.copyOf(this.jdbc.sql("""
				select r.session_id from recording r join focus_group_session s on s.id = r.session_id
				where r.study_id = ? and r.deleted_on is null
				    and r.delete_by < (cast(? as timestamptz) at time zone s.zone)::date""")
			.params(studyId, Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.list());
		return overdue.stream().collect(Collectors.toMap((id) -> id, (id) -> "recording.overdue"));
	}

}
