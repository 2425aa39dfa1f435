package org.projectthrive.review.summary;

import java.util.List;
import java.util.Optional;

import org.projectthrive.coding.moving.WordMove;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordsChanged;
import org.projectthrive.session.marks.WordsUse;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the quotes of summaries the words of their turn or note: when names are covered
 * there, and when its words are written anew.
 */
@Component
class QuoteFollower implements WordsUse {

	private final JdbcClient jdbc;

	QuoteFollower(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String ofNote() {
		return "exists (select from summary_quote where summary_quote.note_id = :id)";
	}

	/**
	 * Nobody quotes what is not said there any more, least of all what is kept secret.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void onChange(WordsChanged change) {
		for (Quote quote : quotes(change)) {
			now(quote.text(), change).ifPresentOrElse((words) -> say(quote, words),
					() -> this.jdbc.sql("delete from summary_quote where id = ?").param(quote.id()).update());
		}
	}

	private static Optional<String> now(String quote, WordsChanged change) {
		Rewording covering = change.covering();
		return (covering != null) ? Optional.of(covering.quoted(quote))
				: WordMove.quoted(quote, change.before(), change.after());
	}

	private List<Quote> quotes(WordsChanged change) {
		return this.jdbc
			.sql("select id, text from summary_quote where study_id = :study and (turn_id = :turn or note_id = :note)")
			.param("study", change.studyId())
			.param("turn", change.source().turnId())
			.param("note", change.source().noteId())
			.query(Quote.class)
			.list();
	}

	private void say(Quote quote, String words) {
		boolean fits = words.length() <= SummaryQuote.LONGEST;
		this.jdbc.sql("update summary_quote set text = ? where id = ?")
			.params(fits ? words : words.substring(0, words.offsetByCodePoints(0, SummaryQuote.LONGEST / 2)),
					quote.id())
			.update();
	}

	record Quote(Long id, String text) {
	}

}
