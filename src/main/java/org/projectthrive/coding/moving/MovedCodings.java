package org.projectthrive.coding.moving;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.moving.WordMove.Fate;
import org.projectthrive.coding.moving.WordMove.Place;
import org.projectthrive.transcript.TurnCorrected;
import org.projectthrive.transcript.TurnWordsForgotten;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the codings of a turn with its words, in the transaction that corrects them. A
 * coding whose own words were changed is flagged for its analyst; none is ever lost. When
 * a text is put back as it was, so are its codings.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MovedCodings {

	private static final int LONGEST_MEMO = 2000;

	private final JdbcClient jdbc;

	private final Clock clock;

	MovedCodings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void onCorrection(TurnCorrected correction) {
		List<Coded> codings = this.jdbc
			.sql("""
					select c.id, c.theme_id, c.analyst_id, c.start_at, c.end_at, c.memo, c.starred, f.words_before, f.start_before
					from coding c left join coding_flag f on f.coding_id = c.id
					where c.study_id = ? and c.turn_id = ? order by c.id""")
			.params(correction.studyId(), correction.turnId())
			.query(Coded.class)
			.list();
		if (codings.isEmpty()) {
			return;
		}
		makeRoom(correction);
		WordMove move = new WordMove(correction.before(), correction.after());
		Map<Spot, Moved> taken = new HashMap<>();
		for (Coded coding : codings) {
			Moved moved = moved(coding, move, correction);
			Moved first = taken.putIfAbsent(moved.spot(), moved);
			if (first == null) {
				keep(moved, correction);
			}
			else {
				taken.put(moved.spot(), join(first, moved, correction));
			}
		}
		if (correction.secret()) {
			blank(correction.studyId(), correction.turnId());
		}
	}

	@EventListener
	void onForgetting(TurnWordsForgotten forgotten) {
		blank(forgotten.studyId(), forgotten.turnId());
	}

	private static Moved moved(Coded coding, WordMove move, TurnCorrected correction) {
		if (coding.wordsBefore() != null && coding.startBefore() != null && !coding.wordsBefore().isEmpty()) {
			int again = again(correction.after(), coding.wordsBefore(), coding.startBefore());
			if (again >= 0) {
				int end = again + coding.wordsBefore().codePointCount(0, coding.wordsBefore().length());
				return new Moved(coding, new Place(again, end, Fate.UNTOUCHED), "", true);
			}
		}
		String words = WordMove.cut(correction.before(), coding.startAt(), coding.endAt());
		return new Moved(coding, move.of(coding.startAt(), coding.endAt()), words, false);
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
	private void makeRoom(TurnCorrected correction) {
		this.jdbc.sql("""
				update coding set start_at = start_at + 100000000, end_at = end_at + 100000000
				where study_id = ? and turn_id = ?""").params(correction.studyId(), correction.turnId()).update();
	}

	private void keep(Moved moved, TurnCorrected correction) {
		this.jdbc.sql("update coding set start_at = ?, end_at = ? where id = ?")
			.params(moved.place().start(), moved.place().end(), moved.coding().id())
			.update();
		if (moved.isRestored()) {
			this.jdbc.sql("delete from coding_flag where coding_id = ?").param(moved.coding().id()).update();
		}
		else if (moved.place().fate() != Fate.UNTOUCHED) {
			flag(correction, moved.coding(), moved.wordsBefore(), moved.place().fate());
		}
	}

	/** The first look at a flagged coding counts: what its words were then is kept. */
	private void flag(TurnCorrected correction, Coded coding, String words, Fate fate) {
		this.jdbc.sql("""
				insert into coding_flag (coding_id, study_id, words_before, start_before, gone, flagged_at)
				values (?, ?, ?, ?, ?, ?) on conflict (coding_id) do update set gone = excluded.gone""")
			.params(coding.id(), correction.studyId(), words, coding.startAt(), fate == Fate.GONE,
					Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * Two codings of an analyst with one theme, now on the same words, become one; what
	 * the other was on and its memo are told where it is flagged.
	 */
	private Moved join(Moved first, Moved other, TurnCorrected correction) {
		String memos = (first.coding().memo() + "\n" + other.coding().memo()).strip();
		boolean fits = memos.length() <= LONGEST_MEMO;
		String memo = fits ? memos : first.coding().memo();
		String told = other.wordsBefore() + (fits ? "" : "\n" + other.coding().memo());
		this.jdbc.sql("delete from coding where id = ?").param(other.coding().id()).update();
		this.jdbc.sql("update coding set memo = ?, starred = starred or ? where id = ?")
			.params(memo, other.coding().starred(), first.coding().id())
			.update();
		flag(correction, first.coding(), first.wordsBefore(), Fate.CHANGED);
		this.jdbc.sql("update coding_flag set words_before = words_before || ? where coding_id = ?")
			.params("\n" + told, first.coding().id())
			.update();
		return new Moved(first.coding().with(memo), first.place(), first.wordsBefore(), false);
	}

	private void blank(Long studyId, Long turnId) {
		this.jdbc.sql("""
				update coding_flag set words_before = ''
				where study_id = ? and coding_id in (select id from coding where turn_id = ?)""")
			.params(studyId, turnId)
			.update();
	}

	/** A coding as it was before the correction. */
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

	/** What no two codings of a turn have in common. */
	private record Spot(Long themeId, Long analystId, int start, int end) {
	}

}
