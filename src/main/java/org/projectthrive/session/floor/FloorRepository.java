package org.projectthrive.session.floor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.floor.Changes.Floor;
import org.projectthrive.session.notes.Topic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which question is talked about, and how long each was. */
@Repository
class FloorRepository {

	private final JdbcClient jdbc;

	FloorRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets whoever else changes this session wait; says whether the study has such a
	 * session.
	 */
	boolean lock(Long studyId, Long sessionId) {
		return this.jdbc.sql("select last from session_change where study_id = ? and session_id = ? for update")
			.params(studyId, sessionId)
			.query(Long.class)
			.optional()
			.isPresent();
	}

	/** The question of this session with the given key, or the id made by a browser. */
	Optional<TopicId> topic(Long studyId, Long sessionId, String key) {
		return this.jdbc.sql("""
				select q.id as question_id, cast(null as bigint) as unscripted_question_id
				from focus_group_session s join guide_question q on q.guide_id = s.guide_id
				where s.study_id = :study and s.id = :session and 'q' || q.id = :key
				union all
				select null, u.id from unscripted_question u
				where u.study_id = :study and u.session_id = :session and ('u' || u.id = :key
				    or exists (select from unscripted_question_name name
				        where name.unscripted_question_id = u.id and cast(name.id as text) = lower(:key)))""")
			.param("study", studyId)
			.param("session", sessionId)
			.param("key", key)
			.query(TopicId.class)
			.optional();
	}

	Optional<Floor> current(Long sessionId) {
		return this.jdbc.sql("""
				select coalesce('q' || question_id, 'u' || unscripted_question_id) as topic,
				    cast(floor(extract(epoch from since) * 1000) as bigint) as since, change
				from floor_visit where session_id = ? and until is null""")
			.param(sessionId)
			.query(Floor.class)
			.optional();
	}

	void leave(Long sessionId) {
		this.jdbc.sql("""
				update floor_visit set until = greatest(since, clock_timestamp())
				where session_id = ? and until is null""").param(sessionId).update();
	}

	void enter(Long studyId, Long sessionId, TopicId topic, Long personId) {
		this.jdbc.sql("""
				insert into floor_visit (study_id, session_id, question_id, unscripted_question_id, since, set_by)
				values (?, ?, ?, ?, clock_timestamp(), ?)""")
			.param(studyId)
			.param(sessionId)
			.param(topic.questionId())
			.param(topic.unscriptedQuestionId())
			.param(personId)
			.update();
	}

	/** The seconds that each question was on the floor, by its key. */
	Map<String, Long> used(Long studyId, Long sessionId) {
		Map<String, Long> used = new HashMap<>();
		this.jdbc.sql("""
				select coalesce('q' || v.question_id, 'u' || v.unscripted_question_id) as topic,
				    floor(sum(greatest(0, extract(epoch from
				        coalesce(v.until, s.ended_at, clock_timestamp()) - v.since)))) as seconds
				from floor_visit v join focus_group_session s on s.id = v.session_id
				where v.study_id = ? and v.session_id = ? group by 1""").params(studyId, sessionId).query((row) -> {
			used.put(row.getString("topic"), row.getLong("seconds"));
		});
		return used;
	}

	/** A question of the guide, or an unscripted one. */
	record TopicId(@Nullable Long questionId, @Nullable Long unscriptedQuestionId) {

		String key() {
			return Topic.key(this.questionId, this.unscriptedQuestionId);
		}

	}

}
