package org.projectthrive.coding.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.moving.Place.Fate;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordsChanged;
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

	private final FlaggedWords flags;

	CodingMover(JdbcClient jdbc, FlaggedWords flags) {
		this.jdbc = jdbc;
		this.flags = flags;
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
		Rewording covering = change.covering();
		Map<String, WordMove> moves = new HashMap<>();
		Map<Spot, Moved> taken = new HashMap<>();
		for (Coded coding : codings) {
			Moved moved = (covering != null) ? covered(coding, covering) : written(coding, change,
					(before) -> moves.computeIfAbsent(before, (text) -> new WordMove(text, change.after())));
			Moved first = taken.putIfAbsent(moved.spot(), moved);
			if (first == null) {
				keep(moved, change);
			}
			else {
				taken.put(moved.spot(), join(first, moved, change));
			}
		}
		if (change.secret()) {
			this.flags.blank(change.studyId(), change.source());
		}
	}

	private List<Coded> codings(WordsChanged change) {
		return this.jdbc.sql("""
				select c.id, c.theme_id, c.analyst_id, c.start_at, c.end_at, c.memo, c.starred, f.words_before,
				    coalesce(f.start_before, 0) as start_before, coalesce(t.text, n.text) as text_before
				from coding c left join coding_flag f on f.coding_id = c.id
				left join turn_revision t on t.turn_id = c.turn_id and t.version = f.version_before
				left join note_revision n on n.note_id = c.note_id and n.version = f.version_before and n.accepted
				where c.study_id = :study and (c.turn_id = :turn or c.note_id = :note) order by c.id for update of c""")
			.param("study", change.studyId())
			.param("turn", change.source().turnId())
			.param("note", change.source().noteId())
			.query(Coded.class)
			.list();
	}

	/** Back in its place where the words that were changed before are there again. */
	private static Moved written(Coded coding, WordsChanged change, Function<String, WordMove> moves) {
		String until = WordMove.cut(change.before(), coding.startAt(), coding.endAt());
		String words = (coding.wordsBefore() != null) ? coding.wordsBefore() : until;
		if (coding.textBefore() != null && coding.isAsFlagged()) {
			int start = coding.startBefore();
			Place again = moves.apply(coding.textBefore()).of(start, start + words.codePointCount(0, words.length()));
			if (again.fate() == Fate.UNTOUCHED) {
				return new Moved(coding, again, words, true);
			}
		}
		Place place = moves.apply(change.before()).of(coding.startAt(), coding.endAt());
		String now = WordMove.cut(change.after(), place.start(), place.end());
		boolean again = place.fate() == Fate.CHANGED && now.equals(coding.wordsBefore()) && !now.equals(until);
		return new Moved(coding, place, words, again);
	}

	/** What was covered is not told again beside a coding, least of all in its flag. */
	private static Moved covered(Coded coding, Rewording covering) {
		String flagged = (coding.wordsBefore() != null) ? covering.others(coding.wordsBefore()) : "";
		return new Moved(coding, Place.covered(covering, coding.startAt(), coding.endAt()), flagged, false);
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
			this.flags.remove(moved.coding().id());
		}
		else if (change.covering() != null) {
			this.flags.say(moved.coding().id(), moved.wordsBefore());
		}
		else if (moved.place().fate() != Fate.UNTOUCHED) {
			flag(change, moved, moved.place().fate());
		}
	}

	private void flag(WordsChanged change, Moved moved, Fate fate) {
		this.flags.add(change, moved.coding().id(), moved.coding().startAt(), moved.wordsBefore(), fate);
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
			flag(change, first, Fate.CHANGED);
			this.flags.tell(first.coding().id(), told);
		}
		return new Moved(first.coding().with(memo), first.place(), first.wordsBefore(), false);
	}

	/**
	 * A coding as it was before its words were changed.
	 *
	 * @param wordsBefore what it was given to, where it is flagged
	 * @param textBefore where that stood, from {@code startBefore} on
	 */
	private record Coded(Long id, Long themeId, Long analystId, int startAt, int endAt, String memo, boolean starred,
			@Nullable String wordsBefore, int startBefore, @Nullable String textBefore) {

		Coded with(String joined) {
			return new Coded(this.id, this.themeId, this.analystId, this.startAt, this.endAt, joined, this.starred,
					this.wordsBefore, this.startBefore, this.textBefore);
		}

		/** Whether its flag tells just the words at one place of that text. */
		boolean isAsFlagged() {
			return this.wordsBefore != null && !this.wordsBefore.isEmpty() && this.textBefore != null
					&& WordMove.isAt(this.textBefore, this.startBefore, this.wordsBefore);
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
