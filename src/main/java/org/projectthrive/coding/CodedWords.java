package org.projectthrive.coding;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which words carry which theme, counted and quoted for the review. */
@Service
@Transactional(readOnly = true)
public class CodedWords {

	private static final String FROM = """
			from coding c
			left join turn t on t.id = c.turn_id left join speaker s on s.id = t.speaker_id left join note n on n.id = c.note_id
			left join guide_question q on q.id = coalesce(t.question_id, n.question_id)""";

	private final JdbcClient jdbc;

	CodedWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Under which question each theme was coded in which session; counts are of sessions,
	 * never of people.
	 */
	public List<ThemeInSession> byQuestionAndSession(Long studyId) {
		return this.jdbc
			.sql("select q.question_key, c.theme_id, c.session_id, count(*) as codings " + FROM
					+ " where c.study_id = ? and q.question_key is not null group by 1, 2, 3")
			.param(studyId)
			.query(ThemeInSession.class)
			.list();
	}

	/** In which sessions each theme was coded at all. */
	public List<ThemeInSession> bySession(Long studyId) {
		return this.jdbc
			.sql("select null::uuid as question_key, theme_id, session_id, count(*) as codings from coding "
					+ "where study_id = ? group by 2, 3")
			.param(studyId)
			.query(ThemeInSession.class)
			.list();
	}

	/**
	 * The words that carry a theme, at most 200, in the order of sessions and talk.
	 * @param questionKey only under this question, or anywhere when null
	 */
	public List<Words> of(Long studyId, Long themeId, @Nullable UUID questionKey) {
		return this.jdbc
			.sql("""
					select c.id as coding_id, c.session_id, c.turn_id, c.note_id, coalesce(s.label, n.speaker) as speaker,
					       n.kind as note_kind, t.starts_ms, substring(coalesce(t.text, n.text) from c.start_at + 1 for c.end_at - c.start_at) as words,
					       c.starred\s"""
					+ FROM + """
							 where c.study_id = ? and c.theme_id = ? and (?::uuid is null or q.question_key = ?::uuid)
							order by c.session_id, t.position, n.seq, c.start_at limit 200""")
			.param(studyId)
			.param(themeId)
			.param(questionKey)
			.param(questionKey)
			.query(Words.class)
			.list();
	}

	/**
	 * Some of the words that carry each of the themes, at most {@code most} a theme:
	 * starred ones first, then from each session in turn. Words that two analysts have
	 * coded alike come once.
	 * @param without the codes of those whose words are left out
	 */
	public List<ThemeWords> some(Long studyId, Collection<Long> themeIds, int most, Collection<String> without) {
		return this.jdbc
			.sql("""
					with coded as (select c.theme_id, c.session_id, c.turn_id, c.note_id, c.starred, c.start_at,
					       coalesce(s.label, n.speaker) as speaker, n.kind as note_kind, t.position, n.seq,
					       substring(coalesce(t.text, n.text) from c.start_at + 1 for c.end_at - c.start_at) as words,
					       row_number() over (partition by c.theme_id, c.turn_id, c.note_id, c.start_at, c.end_at
					           order by c.starred desc, c.id) as copy\s""" + FROM
					+ """
							 where c.study_id = :study and c.theme_id in (:themes)
							     and coalesce(s.label, n.speaker, '') not in (:without)),
							heard as (select *, row_number() over (partition by theme_id, session_id
							           order by starred desc, position, seq, start_at) as turn_in_session from coded where copy = 1),
							ranked as (select *, row_number() over (partition by theme_id
							           order by starred desc, turn_in_session, session_id) as place from heard)
							select theme_id, session_id, turn_id, note_id, note_kind, speaker, words from ranked
							where place <= :most order by theme_id, place""")
			.param("study", studyId)
			.param("themes", themeIds.isEmpty() ? List.of(-1L) : themeIds)
			.param("without", without.isEmpty() ? List.of("-") : without)
			.param("most", most)
			.query(ThemeWords.class)
			.list();
	}

	/** A theme that was coded in a session (under a question). */
	public record ThemeInSession(@Nullable UUID questionKey, Long themeId, Long sessionId, long codings) {
	}

	/**
	 * Words of one turn or note under a theme.
	 *
	 * @param noteKind QUOTE, PARAPHRASE, NON_VERBAL or OWN_IDEA; null for words of a turn
	 */
	public record Words(Long codingId, Long sessionId, @Nullable Long turnId, @Nullable UUID noteId,
			@Nullable String noteKind, @Nullable String speaker, @Nullable Integer startsMs, String words,
			boolean starred) {

		/** Words as they were spoken. */
		public boolean isSaid() {
			return Sessions.isSaid(this.noteKind);
		}

	}

	/**
	 * Words of one turn or note, and the theme that they carry.
	 *
	 * @param noteKind QUOTE, PARAPHRASE, NON_VERBAL or OWN_IDEA; null for words of a turn
	 */
	public record ThemeWords(Long themeId, Long sessionId, @Nullable Long turnId, @Nullable UUID noteId,
			@Nullable String noteKind, @Nullable String speaker, String words) {

		/** Words as they were spoken. */
		public boolean isSaid() {
			return Sessions.isSaid(this.noteKind);
		}

	}

}
