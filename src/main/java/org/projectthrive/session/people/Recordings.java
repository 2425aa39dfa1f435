package org.projectthrive.session.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionEnded;
import org.projectthrive.session.SessionLock;
import org.projectthrive.session.Stage;
import org.projectthrive.study.Membership;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the talk of a session was recorded. A recording is marked as started only while
 * everybody who is checked in has agreed to it.
 */
@Service
@Transactional(readOnly = true)
public class Recordings {

	private static final Logger log = LoggerFactory.getLogger(Recordings.class);

	private final SessionLock lock;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	Recordings(SessionLock lock, JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.lock = lock;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether a session is recorded now, and whether it may be. */
	public RecordingState state(Long studyId, Long sessionId) {
		return now(studyId, sessionId).with(ofSession(studyId, sessionId));
	}

	/** The same without the recordings that have ended. */
	RecordingState now(Long studyId, Long sessionId) {
		return this.jdbc
			.sql("""
					with here as (select p.code, coalesce(said.now, false) as agrees, coalesce(said.once, false) as once
					    from session_participant sp join participant p on p.id = sp.participant_id
					    left join lateral (select (array_agg(c.given order by c.id desc))[1] as now, bool_or(c.given) as once
					        from consent c where c.participant_id = p.id and c.item = 'RECORDING') said on true
					    where sp.session_id = :session and sp.attended order by length(p.code), p.code)
					select s.stage, (select count(*) from here) as people, array(select code from here where not agrees) as against,
					    array(select code from here where not agrees and once) as withdrawn, r.id, r.started_at, person.name
					from focus_group_session s left join recording_mark r on r.session_id = s.id and r.stopped_at is null
					left join person on person.id = r.started_by where s.study_id = :study and s.id = :session""")
			.param("study", studyId)
			.param("session", sessionId)
			.query((row, number) -> new RecordingState(Stage.valueOf(row.getString("stage")), row.getInt("people"),
					codes(row.getArray("against")), Set.copyOf(codes(row.getArray("withdrawn"))), running(row)))
			.single();
	}

	/** From when to when a session was recorded, in the order of time. */
	public List<RecordingMark> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select r.id, r.started_at, starter.name as started_by, r.stopped_at, stopper.name as stopped_by
				from recording_mark r join person starter on starter.id = r.started_by
				left join person stopper on stopper.id = r.stopped_by
				where r.study_id = ? and r.session_id = ? order by r.id limit 100""")
			.params(studyId, sessionId)
			.query(RecordingMark.class)
			.list();
	}

	/** Starts or stops it, unless that was done already. */
	@Transactional
	void mark(Membership me, Long sessionId, boolean running) {
		this.lock.lock(me.study().id(), sessionId);
		if (state(me.study().id(), sessionId).isRunning() == running) {
			return;
		}
		if (running) {
			start(me, sessionId);
		}
		else {
			stop(me, sessionId);
		}
	}

	/**
	 * The session is held meanwhile, so that nobody is checked in between look and mark.
	 */
	@Transactional
	void start(Membership me, Long sessionId) {
		Long studyId = me.study().id();
		this.lock.lock(studyId, sessionId);
		RecordingState state = state(studyId, sessionId);
		String refusal = state.refusal();
		if (refusal != null) {
			throw new RuleViolation(refusal, state.codes(), state.against().size());
		}
		this.jdbc.sql("insert into recording_mark (study_id, session_id, started_at, started_by) values (?, ?, ?, ?)")
			.params(studyId, sessionId, Timestamp.from(this.clock.instant()), me.personId())
			.update();
		this.audit.record(studyId, "recording.started", sessionId);
		log.info("Recording of session {} marked as started", sessionId);
	}

	@Transactional
	void stop(Membership me, Long sessionId) {
		this.lock.lock(me.study().id(), sessionId);
		if (!stop(me.study().id(), sessionId, me.personId(), this.clock.instant())) {
			throw new RuleViolation("recording.refused.stopped");
		}
	}

	/** A session that ended is not recorded any more. */
	@EventListener
	@Transactional
	void stopWith(SessionEnded ended) {
		stop(ended.studyId(), ended.sessionId(), ended.personId(), ended.at());
	}

	private boolean stop(Long studyId, Long sessionId, Long personId, Instant at) {
		int stopped = this.jdbc.sql("""
				update recording_mark set stopped_at = greatest(started_at, ?), stopped_by = ?
				where study_id = ? and session_id = ? and stopped_at is null""")
			.params(Timestamp.from(at), personId, studyId, sessionId)
			.update();
		if (stopped > 0) {
			this.audit.record(studyId, "recording.stopped", sessionId);
			log.info("Recording of session {} marked as stopped", sessionId);
		}
		return stopped > 0;
	}

	private static List<String> codes(Array codes) throws SQLException {
		return List.of((String[]) codes.getArray());
	}

	private static List<RecordingMark> running(ResultSet row) throws SQLException {
		Timestamp started = row.getTimestamp("started_at");
		return (started == null) ? List.of()
				: List.of(new RecordingMark(row.getLong("id"), started.toInstant(), row.getString("name"), null, null));
	}

}
