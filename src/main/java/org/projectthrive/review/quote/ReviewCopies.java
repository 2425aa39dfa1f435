package org.projectthrive.review.quote;

import java.util.List;
import java.util.function.UnaryOperator;

import org.projectthrive.session.marks.NameCopies;
import org.projectthrive.session.marks.StudyCopies;
import org.projectthrive.session.marks.TextColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Summaries, contrasts and findings tell what was said, maybe with a name. */
@Component
class ReviewCopies implements NameCopies, StudyCopies {

	private static final String OF_SUMMARY = """
			cell_id in (select c.id from summary_cell c join session_summary s on s.id = c.summary_id
			where s.session_id = :session)""";

	private static final List<TextColumn> SUMMARY = List.of(
			TextColumn.ofSession("summary_point", "id", "text", 1000, OF_SUMMARY),
			TextColumn.ofSession("summary_quote", "id", "text", QuoteFlags.LONGEST, OF_SUMMARY));

	private static final TextColumn FLAGS = TextColumn.ofSession("quote_flag", "id", "words_before", Integer.MAX_VALUE,
			OF_SUMMARY);

	private static final List<TextColumn> OF_STUDY = List.of(TextColumn.onceInStudy("domain", "name", 80),
			TextColumn.onceInStudy("contrast_topic", "name", 100),
			TextColumn.ofStudy("contrast_statement", "text", 500),
			TextColumn.ofStudy("finding", "statement", 500).withVersion());

	private final JdbcClient jdbc;

	ReviewCopies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whoever writes at the summary reads it again first. */
	@Override
	public int cover(Long studyId, Long sessionId, Covering covering) {
		int summary = SUMMARY.stream()
			.mapToInt((column) -> column.cover(this.jdbc, studyId, sessionId, covering))
			.sum();
		if (summary > 0) {
			this.jdbc.sql("update session_summary set version = version + 1 where study_id = ? and session_id = ?")
				.params(studyId, sessionId)
				.update();
		}
		return summary + FLAGS.cover(this.jdbc, studyId, sessionId, covering);
	}

	@Override
	public int cover(Long studyId, UnaryOperator<String> covering) {
		return OF_STUDY.stream().mapToInt((column) -> column.cover(this.jdbc, studyId, covering)).sum();
	}

}
