package org.projectthrive.session.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
		Here here = this.jdbc
			.sql("""
					select s.stage, (select count(*) from session_participant sp where sp.session_id = s.id and sp.attended) as people
					from focus_group_session s where s.study_id = ? and s.id = ?""")
			.params(studyId, sessionId)
			.query(Here.class)
			.single();
		return new RecordingState(here.stage(), here.people(), against(sessionId), ofSession(studyId, sessionId));
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
			throw new RuleViolation(refusal, state.codes());
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

	/** Who is checked in without having agreed to be recorded. */
	private List<String> against(Long sessionId) {
		return this.jdbc.sql("""
				select p.code from session_participant sp join participant p on p.id = sp.participant_id
				where sp.session_id = ? and sp.attended and not coalesce((select c.given from consent c
				    where c.participant_id = p.id and c.item = 'RECORDING' order by c.id desc limit 1), false)
				order by length(p.code), p.code""").param(sessionId).query(String.class).list();
	}

	private record Here(Stage stage, int people) {
	}

}
