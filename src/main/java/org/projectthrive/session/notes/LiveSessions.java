package org.projectthrive.session.notes;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.platform.live.Signals;
import org.projectthrive.session.SessionSubject;
import org.projectthrive.session.marks.TypedWords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the live page shows beside the notes: the session, its questions, and the codes of
 * who speaks.
 */
@Service
@Transactional(readOnly = true)
public class LiveSessions {

	/**
	 * Whether a session runs, or ended so lately that a waiting note may still arrive.
	 */
	static final String OPEN = "s.stage = 'IN_PROGRESS' or coalesce(s.ended_at > now() - interval '24 hours', false)";

	private static final int MOST_UNSCRIPTED = 100;

	private final JdbcClient jdbc;

	private final TypedWords words;

	private final AuditLog audit;

	private final Signals signals;

	LiveSessions(JdbcClient jdbc, TypedWords words, AuditLog audit, Signals signals) {
		this.jdbc = jdbc;
		this.words = words;
		this.audit = audit;
		this.signals = signals;
	}

	/** Only of this study. */
	public LiveSession get(Long studyId, Long sessionId) {
		return this.jdbc
			.sql("""
					select s.id, s.title, s.zone, s.minutes, s.stage, s.started_at, s.ended_at, now() as now,
					    %s as open,
					    c.last as change
					from focus_group_session s join session_change c on c.session_id = s.id where s.study_id = ? and s.id = ?"""
				.formatted(OPEN))
			.params(studyId, sessionId)
			.query(LiveSession.class)
			.optional()
			.orElseThrow(() -> new NotFound("session " + sessionId));
	}

	/**
	 * The questions of the guide version that the session runs on, then those opened on
	 * the spot.
	 */
	public List<Topic> topics(Long studyId, Long sessionId) {
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

	/** When each question that nobody had planned was opened, by its id. */
	Map<Long, Instant> opened(Long studyId, Long sessionId) {
		Map<Long, Instant> opened = new HashMap<>();
		this.jdbc.sql("select id, opened_at from unscripted_question where study_id = ? and session_id = ?")
			.params(studyId, sessionId)
			.query((result) -> {
				opened.put(result.getLong("id"), result.getTimestamp("opened_at").toInstant());
			});
		return opened;
	}

	List<String> speakers(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select p.code from session_participant sp join participant p on p.id = sp.participant_id
				where p.study_id = ? and sp.session_id = ? order by length(p.code), p.code""")
			.params(studyId, sessionId)
			.query(String.class)
			.list();
	}

	/** What was put off, in the order in which it came up. */
	public List<ParkedTopic> parked(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select text, coalesce('q' || question_id, 'u' || unscripted_question_id) as topic, done
				from parked_topic where study_id = ? and session_id = ? order by parked_at, id""")
			.params(studyId, sessionId)
			.query(ParkedTopic.class)
			.list();
	}

	/** Opens a question that nobody had planned; the same words again open nothing. */
	@Transactional
	public Topic open(Long studyId, Long sessionId, String typed) {
		if (!get(studyId, sessionId).open()) {
			throw new RuleViolation("note.closed");
		}
		String wording = this.words.cover(studyId, sessionId, "unscripted:new", typed);
		int opened = this.jdbc.sql("""
				insert into unscripted_question (study_id, session_id, wording, opened_at)
				select :study, :session, :wording, now()
				where (select count(*) from unscripted_question where session_id = :session) < :most
				on conflict on constraint unscripted_question_once_per_session do nothing""")
			.param("study", studyId)
			.param("session", sessionId)
			.param("wording", wording)
			.param("most", MOST_UNSCRIPTED)
			.update();
		Topic topic = topics(studyId, sessionId).stream()
			.filter((one) -> !one.isScripted() && one.wording().equals(wording))
			.findFirst()
			.orElseThrow(() -> new RuleViolation("unscripted.full"));
		if (opened == 1) {
			this.audit.record(studyId, "unscripted-question.opened", topic.unscriptedQuestionId());
			this.signals.changed(SessionSubject.NAME, studyId, sessionId);
		}
		return topic;
	}

	/**
	 * Something that came up and had to wait.
	 *
	 * @param topic the key of the question under which it came up
	 */
	public record ParkedTopic(String text, @Nullable String topic, boolean done) {
	}

}
