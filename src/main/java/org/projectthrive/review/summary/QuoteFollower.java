package org.projectthrive.review.summary;

import java.util.List;
import java.util.UUID;

import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordsFollower;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes names out of the quotes of a summary when they are replaced in the turn or note.
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
		List<Quote> quotes = this.jdbc
			.sql("select id, text from summary_quote where study_id = :study and (turn_id = :turn or note_id = :note)")
			.param("study", studyId)
			.param("turn", turn ? Long.valueOf(rewording.before().id()) : null)
			.param("note", turn ? null : UUID.fromString(rewording.before().id()))
			.query(Quote.class)
			.list();
		for (Quote quote : quotes) {
			this.jdbc.sql("update summary_quote set text = ? where id = ?")
				.params(rewording.quoted(quote.text()), quote.id())
				.update();
		}
	}

	record Quote(Long id, String text) {
	}

}
