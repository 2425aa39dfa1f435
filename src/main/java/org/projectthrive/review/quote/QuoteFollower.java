package org.projectthrive.review.quote;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.moving.WordMove;
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
 * Keeps the quotes of summaries the words of their turn or note, in the transaction that
 * changes these. Where somebody wrote the words anew, a quote that was changed, or is
 * gone, is flagged for the analysts.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuoteFollower implements WordsUse {

	private final JdbcClient jdbc;

	private final Clock clock;

	QuoteFollower(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.SUPPORTS)
	public String ofNote() {
		return "exists (select from summary_quote where summary_quote.note_id = :id)";
	}

	@EventListener
	void onChange(WordsChanged change) {
		Rewording covering = change.covering();
		for (Quote quote : quotes(change.studyId(), change.source())) {
			if (covering != null) {
				say(quote, covering.quoted(quote.text()));
			}
			else {
				follow(quote, change);
			}
		}
		if (covering != null) {
			flags(change.studyId(), change.source()).forEach((flag) -> tell(flag, covering.others(flag.wordsBefore())));
		}
		if (change.secret()) {
			blank(change.studyId(), change.source());
		}
	}

	@EventListener
	void onForgetting(WordsForgotten forgotten) {
		Rewording covering = forgotten.covering();
		if (covering != null) {
			flags(forgotten.studyId(), forgotten.source())
				.forEach((flag) -> tell(flag, covering.quoted(flag.wordsBefore())));
		}
		else {
			blank(forgotten.studyId(), forgotten.source());
		}
	}

	/**
	 * Nobody quotes what is not said there any more, least of all what is kept secret.
	 */
	private void follow(Quote quote, WordsChanged change) {
		Optional<String> now = WordMove.quoted(quote.text(), change.before(), change.after());
		String before = (quote.wordsBefore() != null) ? quote.wordsBefore() : quote.text();
		if (now.isEmpty()) {
			flagGone(change, quote, before);
			this.jdbc.sql("delete from summary_quote where id = ?").param(quote.id()).update();
			rise(quote);
		}
		else if (isSame(now.get(), before)) {
			this.jdbc.sql("delete from quote_flag where quote_id = ?").param(quote.id()).update();
			say(quote, now.get());
		}
		else {
			flag(change, quote, before);
			say(quote, now.get());
		}
	}

	private List<Quote> quotes(Long studyId, WordSource source) {
		return this.jdbc.sql("""
				select q.id, q.cell_id, q.text, f.words_before
				from summary_quote q left join quote_flag f on f.quote_id = q.id
				where q.study_id = :study and (q.turn_id = :turn or q.note_id = :note) order by q.id for update of q""")
			.param("study", studyId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.query(Quote.class)
			.list();
	}

	/** Whoever writes at the summary reads it again first. */
	private void say(Quote quote, String words) {
		if (words.equals(quote.text())) {
			return;
		}
		boolean fits = words.length() <= QuoteFlags.LONGEST;
		this.jdbc.sql("update summary_quote set text = ? where id = ?")
			.params(fits ? words : words.substring(0, words.offsetByCodePoints(0, QuoteFlags.LONGEST / 2)), quote.id())
			.update();
		rise(quote);
	}

	private void rise(Quote quote) {
		this.jdbc.sql("""
				update session_summary set version = version + 1
				where id = (select summary_id from summary_cell where id = ?)""").param(quote.cellId()).update();
	}

	private void flag(WordsChanged change, Quote quote, String before) {
		this.jdbc.sql("""
				insert into quote_flag (study_id, cell_id, quote_id, turn_id, note_id, words_before, flagged_at)
				select study_id, cell_id, id, turn_id, note_id, :before, :at from summary_quote
				where study_id = :study and id = :id
				on conflict (quote_id) do update set words_before = excluded.words_before""")
			.param("study", change.studyId())
			.param("id", quote.id())
			.param("before", before)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** The flag of a quote goes with it; this one stays. */
	private void flagGone(WordsChanged change, Quote quote, String before) {
		this.jdbc.sql("""
				insert into quote_flag (study_id, cell_id, turn_id, note_id, words_before, flagged_at)
				select study_id, cell_id, turn_id, note_id, :before, :at from summary_quote
				where study_id = :study and id = :id""")
			.param("study", change.studyId())
			.param("id", quote.id())
			.param("before", before)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Also of quotes that are gone. */
	private List<Before> flags(Long studyId, WordSource source) {
		return this.jdbc.sql("""
				select id, words_before from quote_flag
				where study_id = :study and (turn_id = :turn or note_id = :note) order by id""")
			.param("study", studyId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.query(Before.class)
			.list();
	}

	private void tell(Before flag, String words) {
		if (!words.equals(flag.wordsBefore())) {
			this.jdbc.sql("update quote_flag set words_before = ? where id = ?").params(words, flag.id()).update();
		}
	}

	private void blank(Long studyId, WordSource source) {
		this.jdbc.sql("""
				update quote_flag set words_before = ''
				where study_id = :study and (turn_id = :turn or note_id = :note)""")
			.param("study", studyId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.update();
	}

	/** A quote may have been shortened to other spaces. */
	private static boolean isSame(String one, String other) {
		return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
	}

	/**
	 * A quote as it is.
	 *
	 * @param wordsBefore what it was when it was flagged
	 */
	record Quote(Long id, Long cellId, String text, @Nullable String wordsBefore) {
	}

	record Before(Long id, String wordsBefore) {
	}

}
