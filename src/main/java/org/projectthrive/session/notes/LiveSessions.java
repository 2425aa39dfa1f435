package org.projectthrive.session.notes;

import java.util.List;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the live page shows beside the notes: the session, its questions, and the codes of
 * who speaks.
 */
@Service
@Transactional(readOnly = true)
class LiveSessions {

	private final JdbcClient jdbc;

	private final AuditLog audit;

	LiveSessions(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	LiveSession get(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select s.id, s.title, s.zone, s.minutes, s.stage, s.started_at, s.ended_at, now() as now,
				    s.stage = 'IN_PROGRESS' or coalesce(s.ended_at > now() - interval '24 hours', false) as open,
				    s.stage || '-' || (select coalesce(sum(n.version), 0) from note n where n.session_id = s.id)
				        || '-' || (select count(*) from unscripted_question u where u.session_id = s.id) as state
				from focus_group_session s where s.study_id = ? and s.id = ?""")
			.params(studyId, sessionId)
			.query(LiveSession.class)
			.optional()
			.orElseThrow(() -> new NotFound("session " + sessionId));
	}

	/**
	 * The questions of the guide version that the session runs on, then those opened on
	 * the spot.
	 */
	List<Topic> topics(Long studyId, Long sessionId) {
		return this.jdbc
			.sql("""
					select * from (
					    select q.id as question_id, cast(null as bigint) as unscripted_question_id,
					        cast(row_number() over (order by q.position) as int) as number, q.wording, q.domain, q.minutes, q.probes,
					        q.intent
					    from focus_group_session s join guide_question q on q.guide_id = s.guide_id
					    where s.study_id = :study and s.id = :session
					    union all
					    select null, u.id, 0, u.wording, '', 0, '', '' from unscripted_question u
					    where u.study_id = :study and u.session_id = :session) topic
					order by number = 0, number, unscripted_question_id""")
			.param("study", studyId)
			.param("session", sessionId)
			.query(Topic.class)
			.list();
	}

	List<String> speakers(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select p.code from session_participant sp join participant p on p.id = sp.participant_id
				where p.study_id = ? and sp.session_id = ? order by length(p.code), p.code""")
			.params(studyId, sessionId)
			.query(String.class)
			.list();
	}

	/** Opens a question that nobody had planned; the same words again open nothing. */
	@Transactional
	Topic open(Long studyId, Long sessionId, String wording) {
		if (!get(studyId, sessionId).open()) {
			throw new RuleViolation("note.closed");
		}
		int opened = this.jdbc.sql("""
				insert into unscripted_question (study_id, session_id, wording, opened_at) values (?, ?, ?, now())
				on conflict on constraint unscripted_question_once_per_session do nothing""")
			.params(studyId, sessionId, wording)
			.update();
		Topic topic = topics(studyId, sessionId).stream()
			.filter((one) -> !one.isScripted() && one.wording().equals(wording))
			.findFirst()
			.orElseThrow();
		if (opened == 1) {
			this.audit.record(studyId, "unscripted-question.opened", topic.unscriptedQuestionId());
		}
		return topic;
	}

}
