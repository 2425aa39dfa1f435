package org.projectthrive.review.summary;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.moving.WordMove;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordsFollower;
import org.projectthrive.transcript.TurnCorrected;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the quotes of summaries the words of their turn or note: when names are replaced
 * there, and when its words are corrected.
 */
@Component
class QuoteFollower implements WordsFollower {

	private final JdbcClient jdbc;

	QuoteFollower(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void follow(Long studyId, Rewording rewording) {
		String source = rewording.before().source();
		if (!source.equals("turn") && !source.equals("note")) {
			return;
		}
		boolean turn = source.equals("turn");
		Long turnId = turn ? Long.valueOf(rewording.before().id()) : null;
		UUID noteId = turn ? null : UUID.fromString(rewording.before().id());
		for (Quote quote : quotes(studyId, turnId, noteId)) {
			say(quote, rewording.quoted(quote.text()));
		}
	}

	/**
	 * Nobody quotes what is not said there any more, least of all what is kept secret.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void onCorrection(TurnCorrected correction) {
		for (Quote quote : quotes(correction.studyId(), correction.turnId(), null)) {
			WordMove.quoted(quote.text(), correction.before(), correction.after())
				.ifPresentOrElse((words) -> say(quote, words),
						() -> this.jdbc.sql("delete from summary_quote where id = ?").param(quote.id()).update());
		}
	}

	private List<Quote> quotes(Long studyId, @Nullable Long turnId, @Nullable UUID noteId) {
		return this.jdbc
			.sql("select id, text from summary_quote where study_id = :study and (turn_id = :turn or note_id = :note)")
			.param("study", studyId)
			.param("turn", turnId)
			.param("note", noteId)
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
