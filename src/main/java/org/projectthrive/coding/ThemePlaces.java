package org.projectthrive.coding;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds all words that carry a theme, with what stands around them. */
@Component
@Transactional(readOnly = true)
class ThemePlaces {

	private static final int A_PAGE = 100;

	/** How much is shown before and after. */
	private static final int AROUND = 120;

	private final JdbcClient jdbc;

	ThemePlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The places in the order of sessions and talk; what several analysts have coded
	 * alike is one place.
	 * @param analystId only this analyst's codings, or everybody's when null
	 * @param page counted from 1
	 */
	Page of(Long studyId, Long themeId, @Nullable Long analystId, int page) {
		int wanted = Math.max(1, Math.min(page, 10_000));
		List<Place> places = this.jdbc
			.sql("""
					select c.session_id, f.title as session, c.turn_id, c.note_id, coalesce(s.label, n.speaker) as speaker,
					       n.kind as note_kind, t.starts_ms, bool_or(c.starred) as starred, string_agg(p.name, ', ' order by p.name) as analysts,
					       substring(coalesce(t.text, n.text) from greatest(c.start_at + 1 - :around, 1) for least(c.start_at, :around)) as before,
					       substring(coalesce(t.text, n.text) from c.start_at + 1 for c.end_at - c.start_at) as words,
					       substring(coalesce(t.text, n.text) from c.end_at + 1 for :around) as after
					from coding c
					join focus_group_session f on f.id = c.session_id
					join person p on p.id = c.analyst_id
					left join turn t on t.id = c.turn_id left join speaker s on s.id = t.speaker_id
					left join note n on n.id = c.note_id
					where c.study_id = :study and c.theme_id = :theme and (cast(:analyst as bigint) is null or c.analyst_id = :analyst)
					group by c.session_id, c.turn_id, c.note_id, c.start_at, c.end_at, f.id, t.id, s.id, n.id
					order by f.starts_at, f.id, t.position, n.seq, c.start_at, c.end_at
					limit :limit offset :offset""")
			.param("study", studyId)
			.param("theme", themeId)
			.param("analyst", analystId)
			.param("around", AROUND)
			.param("limit", A_PAGE + 1)
			.param("offset", (wanted - 1) * A_PAGE)
			.query(Place.class)
			.list();
		return new Page(places.stream().limit(A_PAGE).toList(), wanted, places.size() > A_PAGE);
	}

	/** Some of the places, and whether there are more. */
	record Page(List<Place> places, int number, boolean more) {

		public boolean isFirst() {
			return this.number == 1;
		}

	}

	/** Words under a theme, and a little of what stands before and after them. */
	record Place(Long sessionId, String session, @Nullable Long turnId, @Nullable UUID noteId,
			@Nullable String noteKind, @Nullable String speaker, @Nullable Integer startsMs, boolean starred,
			String analysts, String before, String words, String after) {

		/** What stands before, from the beginning of a word. */
		public String lead() {
			int word = this.before.indexOf(' ');
			return (this.before.length() < AROUND || word < 0) ? this.before : "…" + this.before.substring(word);
		}

		/** What stands after, to the end of a word. */
		public String tail() {
			int word = this.after.lastIndexOf(' ');
			return (this.after.length() < AROUND || word < 0) ? this.after : this.after.substring(0, word + 1) + "…";
		}

		public String sourceRef() {
			return (this.turnId != null) ? "turn-" + this.turnId : "note-" + this.noteId;
		}

	}

}
