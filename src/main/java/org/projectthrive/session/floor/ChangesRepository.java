package org.projectthrive.session.floor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.projectthrive.session.floor.Changes.Noted;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has changed in a session, in the order of its changes. */
@Repository
class ChangesRepository {

	private final JdbcClient jdbc;

	ChangesRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Noted> notes(Long studyId, Long sessionId, Long personId, long after, int most) {
		return this.jdbc.sql("""
				select n.id, coalesce('q' || n.question_id, 'u' || n.unscripted_question_id) as topic, n.question_id,
				    n.unscripted_question_id, n.kind, n.speaker, n.text, person.name as author, n.author_id = ? as mine,
				    n.version, n.seq, cast(floor(extract(epoch from n.created_at) * 1000) as bigint) as at, n.change
				from note n join person on person.id = n.author_id
				where n.study_id = ? and n.session_id = ? and n.change > ? order by n.change limit ?""")
			.params(personId, studyId, sessionId, after, most)
			.query(Noted.class)
			.list();
	}

	List<UUID> deleted(Long studyId, Long sessionId, long after, long upTo) {
		return this.jdbc.sql("""
				select note_id from note_deletion
				where study_id = ? and session_id = ? and change > ? and change <= ? order by change""")
			.params(studyId, sessionId, after, upTo)
			.query(UUID.class)
			.list();
	}

	/** The id under which each unscripted question was opened first, by its key. */
	Map<String, UUID> names(Long studyId, Long sessionId) {
		Map<String, UUID> names = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (unscripted_question_id) 'u' || unscripted_question_id as key, id
				from unscripted_question_name where study_id = ? and session_id = ?
				order by unscripted_question_id, named_at, id""").params(studyId, sessionId).query((row) -> {
			names.put(row.getString("key"), row.getObject("id", UUID.class));
		});
		return names;
	}

}
