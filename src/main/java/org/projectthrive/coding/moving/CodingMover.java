package org.projectthrive.coding.moving;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.moving.WordMove.Fate;
import org.projectthrive.coding.moving.WordMove.Place;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordSource;
import org.projectthrive.session.marks.WordsChanged;
import org.projectthrive.session.marks.WordsForgotten;
import org.projectthrive.session.marks.WordsUse;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the codings of a turn or note with its words, in the transaction that changes
 * them. Where names were covered, a coding stays on what stands for them. Where somebody
 * wrote the words anew, a coding whose own words were changed is flagged for its analyst,
 * and is back in its place when a text is put back as it was. None is ever lost.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CodingMover implements WordsUse {

	private static final int LONGEST_MEMO = 2000;

	private final JdbcClient jdbc;

	private final Clock clock;

	CodingMover(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.SUPPORTS)
	public String ofNote() {
		return "exists (select from coding where coding.note_id = :id)";
	}

	@EventListener
	void onChange(WordsChanged change) {
		List<Coded> codings = codings(change);
		if (codings.isEmpty()) {
			return;
		}
		makeRoom(change);
		WordMove move = (change.covering() == null) ? new WordMove(change.before(), change.after()) : null;
		Map<Spot, Moved> taken = new HashMap<>();
		for (Coded coding : codings) {
			Moved moved = (move != null) ? written(coding, move, change) : covered(coding, change);
			Moved first = taken.putIfAbsent(moved.spot(), moved);
			if (first == null) {
				keep(moved, change);
			}
			else {
				taken.put(moved.spot(), join(first, moved, change));
			}
		}
		if (change.secret()) {
			blank(change.studyId(), change.source());
		}
	}

	@EventListener
	void onForgetting(WordsForgotten forgotten) {
		blank(forgotten.studyId(), forgotten.source());
	}

	private List<Coded> codings(WordsChanged change) {
		return this.jdbc
			.sql("""
					select c.id, c.theme_id, c.analyst_id, c.start_at, c.end_at, c.memo, c.starred, f.words_before, f.start_before
					from coding c left join coding_flag f on f.coding_id = c.id
					where c.study_id = :study and (c.turn_id = :turn or c.note_id = :note) order by c.id for update of c""")
			.param("study", change.studyId())
			.param("turn", change.source().turnId())
			.param("note", change.source().noteId())
			.query(Coded.class)
			.list();
	}

	private static Moved written(Coded coding, WordMove move, WordsChanged change) {
		if (coding.wordsBefore() != null && coding.startBefore() != null && !coding.wordsBefore().isEmpty()) {
			int again = again(change.after(), coding.wordsBefore(), coding.startBefore());
			if (again >= 0) {
				int end = again + coding.wordsBefore().codePointCount(0, coding.wordsBefore().length());
				return new Moved(coding, new Place(again, end, Fate.UNTOUCHED), "", true);
			}
		}
		String words = WordMove.cut(change.before(), coding.startAt(), coding.endAt());
		return new Moved(coding, move.of(coding.startAt(), coding.endAt()), words, false);
	}

	/** What was covered is not told again beside a coding, least of all in its flag. */
	private static Moved covered(Coded coding, WordsChanged change) {
		Rewording covering = change.covering();
		if (covering == null) {
			throw new IllegalArgumentException("Nothing was covered");
		}
		String before = change.before();
		int length = before.codePointCount(0, before.length());
		int start = covering.moved(before.offsetByCodePoints(0, Math.min(coding.startAt(), length)), false);
		int end = covering.moved(before.offsetByCodePoints(0, Math.min(coding.endAt(), length)), true);
		Place place = new Place(change.after().codePointCount(0, start), change.after().codePointCount(0, end),
				Fate.UNTOUCHED);
		String flagged = (coding.wordsBefore() != null) ? covering.others(coding.wordsBefore()) : "";
		return new Moved(coding, place, flagged, false);
	}

	/**
	 * Where words that were changed before stand again, just where they were; or -1.
	 */
	private static int again(String text, String words, int start) {
		int length = text.codePointCount(0, text.length());
		int end = start + words.codePointCount(0, words.length());
		return (end <= length && WordMove.cut(text, start, end).equals(words)) ? start : -1;
	}

	/** Out of each other's way: two codings may change places. */
	private void makeRoom(WordsChanged change) {
		this.jdbc.sql("""
				update coding set start_at = start_at + 100000000, end_at = end_at + 100000000
				where study_id = :study and (turn_id = :turn or note_id = :note)""")
			.param("study", change.studyId())
			.param("turn", change.source().turnId())
			.param("note", change.source().noteId())
			.update();
	}

	private void keep(Moved moved, WordsChanged change) {
		this.jdbc.sql("update coding set start_at = ?, end_at = ? where id = ?")
			.params(moved.place().start(), moved.place().end(), moved.coding().id())
			.update();
		if (moved.isRestored()) {
			this.jdbc.sql("delete from coding_flag where coding_id = ?").param(moved.coding().id()).update();
		}
		else if (change.covering() != null) {
			this.jdbc.sql("update coding_flag set words_before = ? where coding_id = ?")
				.params(moved.wordsBefore(), moved.coding().id())
				.update();
		}
		else if (moved.place().fate() != Fate.UNTOUCHED) {
			flag(change, moved.coding(), moved.wordsBefore(), moved.place().fate());
		}
	}

	/** The first look at a flagged coding counts: what its words were then is kept. */
	private void flag(WordsChanged change, Coded coding, String words, Fate fate) {
		this.jdbc.sql("""
				insert into coding_flag (coding_id, study_id, words_before, start_before, gone, flagged_at)
				values (?, ?, ?, ?, ?, ?) on conflict (coding_id) do update set gone = excluded.gone""")
			.params(coding.id(), change.studyId(), words, coding.startAt(), fate == Fate.GONE,
					Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * Two codings of an analyst with one theme, now on the same words, become one. What
	 * the other was on, and a memo that does not fit beside the first, are told where it
	 * is flagged.
	 */
	private Moved join(Moved first, Moved other, WordsChanged change) {
		String memos = (first.coding().memo() + "\n" + other.coding().memo()).strip();
		boolean fits = memos.length() <= LONGEST_MEMO;
		String memo = fits ? memos : first.coding().memo();
		String told = (other.wordsBefore() + (fits ? "" : "\n" + other.coding().memo())).strip();
		this.jdbc.sql("delete from coding where id = ?").param(other.coding().id()).update();
		this.jdbc.sql("update coding set memo = ?, starred = starred or ? where id = ?")
			.params(memo, other.coding().starred(), first.coding().id())
			.update();
		if (!told.isEmpty()) {
			flag(change, first.coding(), first.wordsBefore(), Fate.CHANGED);
			this.jdbc.sql("update coding_flag set words_before = words_before || ? where coding_id = ?")
				.params("\n" + told, first.coding().id())
				.update();
		}
		return new Moved(first.coding().with(memo), first.place(), first.wordsBefore(), false);
	}

	private void blank(Long studyId, WordSource source) {
		this.jdbc.sql("""
				update coding_flag set words_before = '' where study_id = :study
				and coding_id in (select id from coding where turn_id = :turn or note_id = :note)""")
			.param("study", studyId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.update();
	}

	/** A coding as it was before its words were changed. */
	private record Coded(Long id, Long themeId, Long analystId, int startAt, int endAt, String memo, boolean starred,
			@Nullable String wordsBefore, @Nullable Integer startBefore) {

		Coded with(String joined) {
			return new Coded(this.id, this.themeId, this.analystId, this.startAt, this.endAt, joined, this.starred,
					this.wordsBefore, this.startBefore);
		}

	}

	/** A coding and where it goes. */
	private record Moved(Coded coding, Place place, String wordsBefore, boolean isRestored) {

		Spot spot() {
			return new Spot(this.coding.themeId(), this.coding.analystId(), this.place.start(), this.place.end());
		}

	}

	/** What no two codings of a text have in common. */
	private record Spot(Long themeId, Long analystId, int start, int end) {
	}

}
