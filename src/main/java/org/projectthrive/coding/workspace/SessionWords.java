package org.projectthrive.coding.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what was said and noted in a session, and what was coded in it: one statement
 * each.
 */
@Component
@Transactional(readOnly = true)
class SessionWords {

	private static final String SOURCES = """
			select * from (
			  select t.id as turn_id, null::uuid as note_id, t.position::bigint as position, s.label as speaker, t.starts_ms,
			         null::timestamptz as noted_at, null as kind, t.text, t.question_id, t.unscripted_question_id,
			         t.study_id, t.session_id
			  from turn t join speaker s on s.id = t.speaker_id
			  union all
			  select null, n.id, n.seq, coalesce(n.speaker, ''), null, n.created_at, n.kind, n.text, n.question_id,
			         n.unscripted_question_id, n.study_id, n.session_id
			  from note n) source
			left join lateral (select q.domain, q.wording from guide_question q where q.id = source.question_id
			  union all select u.wording, u.wording from unscripted_question u where u.id = source.unscripted_question_id
			) asked on true
			where study_id = :study and session_id = :session""";

	private static final String CODINGS = """
			select c.id, c.turn_id, c.note_id, c.theme_id, t.parent_id, t.name as theme, t.colour, c.analyst_id,
			       p.name as analyst, c.start_at, c.end_at, c.memo, c.starred,
			       exists (select from coding_flag f where f.coding_id = c.id) as flagged
			from coding c join theme t on t.id = c.theme_id join person p on p.id = c.analyst_id
			where c.study_id = :study and c.session_id = :session""";

	private static final String IN_ORDER = " order by c.start_at, c.end_at desc, c.id";

	private final JdbcClient jdbc;

	SessionWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The session, with a line for each theme that may be given in it. */
	List<PaletteRow> palette(Long studyId, Long sessionId) {
		List<PaletteRow> rows = this.jdbc
			.sql("""
					select s.title, s.zone, t.id, t.parent_id, t.name, t.definition, t.theme_group, t.colour
					from focus_group_session s
					left join theme t on t.study_id = s.study_id and t.retired_at is null
					left join theme p on p.id = t.parent_id
					where s.study_id = ? and s.id = ?
					order by coalesce(p.position, t.position), coalesce(p.id, t.id), t.parent_id nulls first, t.position, t.id
					limit 500""")
			.params(studyId, sessionId)
			.query(PaletteRow.class)
			.list();
		if (rows.isEmpty()) {
			throw new NotFound("session " + sessionId);
		}
		return rows;
	}

	/** Turns in their order, then notes in theirs. */
	List<SourceRow> sources(Long studyId, Long sessionId) {
		return this.jdbc.sql(SOURCES + " order by turn_id is null, position limit 5000")
			.param("study", studyId)
			.param("session", sessionId)
			.query(SourceRow.class)
			.list();
	}

	Optional<SourceRow> findSource(Long studyId, Long sessionId, @Nullable Long turnId, @Nullable UUID noteId) {
		return this.jdbc.sql(SOURCES + " and (turn_id = :turn or note_id = :note)")
			.param("study", studyId)
			.param("session", sessionId)
			.param("turn", turnId)
			.param("note", noteId)
			.query(SourceRow.class)
			.optional();
	}

	List<CodingRow> codings(Long studyId, Long sessionId) {
		return this.jdbc.sql(CODINGS + IN_ORDER)
			.param("study", studyId)
			.param("session", sessionId)
			.query(CodingRow.class)
			.list();
	}

	List<CodingRow> codings(Long studyId, Long sessionId, SourceRow source) {
		return this.jdbc.sql(CODINGS + " and (c.turn_id = :turn or c.note_id = :note)" + IN_ORDER)
			.param("study", studyId)
			.param("session", sessionId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.query(CodingRow.class)
			.list();
	}

	/**
	 * A theme of the codebook beside the session's own data; without themes there is one
	 * row with none.
	 */
	record PaletteRow(String title, String zone, @Nullable Long id, @Nullable Long parentId, @Nullable String name,
			@Nullable String definition, @Nullable String themeGroup, @Nullable Integer colour) {
	}

}
