package org.projectthrive.session.floor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.floor.Changes.Parked;
import org.projectthrive.session.floor.FloorRepository.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was put off. */
@Repository
class ParkedRepository {

	private static final String SELECT = """
			select id, text, coalesce('q' || question_id, 'u' || unscripted_question_id) as topic, done, version,
			    change
			from parked_topic where study_id = ? and session_id = ?""";

	private final JdbcClient jdbc;

	ParkedRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order in which they came up. */
	List<Parked> of(Long studyId, Long sessionId) {
		return this.jdbc.sql(SELECT + " order by parked_at, id").params(studyId, sessionId).query(Parked.class).list();
	}

	Optional<Parked> find(Long studyId, Long sessionId, UUID id) {
		return this.jdbc.sql(SELECT + " and id = ?").params(studyId, sessionId, id).query(Parked.class).optional();
	}

	/** Whether another session has something under this id. */
	boolean isElsewhere(Long sessionId, UUID id) {
		return this.jdbc.sql("select exists (select from parked_topic where id = ? and session_id <> ?)")
			.params(id, sessionId)
			.query(Boolean.class)
			.single();
	}

	void save(Long studyId, Long sessionId, Parked parked, @Nullable TopicId topic, Long personId) {
		this.jdbc.sql("""
				insert into parked_topic (id, study_id, session_id, text, question_id, unscripted_question_id, done,
				    parked_by, parked_at)
				values (:id, :study, :session, :text, :question, :unscripted, :done, :person, clock_timestamp())""")
			.param("id", parked.id())
			.param("study", studyId)
			.param("session", sessionId)
			.param("text", parked.text())
			.param("question", (topic != null) ? topic.questionId() : null)
			.param("unscripted", (topic != null) ? topic.unscriptedQuestionId() : null)
			.param("done", parked.done())
			.param("person", personId)
			.update();
	}

	void change(Long sessionId, Parked parked, @Nullable TopicId topic) {
		this.jdbc.sql("""
				update parked_topic set text = :text, question_id = :question, unscripted_question_id = :unscripted,
				    done = :done, version = version + 1 where session_id = :session and id = :id""")
			.param("id", parked.id())
			.param("session", sessionId)
			.param("text", parked.text())
			.param("question", (topic != null) ? topic.questionId() : null)
			.param("unscripted", (topic != null) ? topic.unscriptedQuestionId() : null)
			.param("done", parked.done())
			.update();
	}

}
