package org.projectthrive.review.summary;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.projectthrive.review.domain.DomainRow;

/**
 * A cell as it was entered.
 *
 * @param points one bullet point a line
 * @param quotes by the id of the quote
 */
record CellForm(@Nullable String points, @Nullable Boolean notDiscussed, @Nullable Leaning leaning,
		@Nullable Confidence confidence, @Nullable Map<String, QuoteForm> quotes) {

	static final CellForm EMPTY = new CellForm(null, null, null, null, null);

	String pointsOrNone() {
		return (this.points != null) ? this.points : "";
	}

	boolean isNotDiscussed() {
		return Boolean.TRUE.equals(this.notDiscussed);
	}

	CellContent content(DomainRow domain, List<CellContent.QuoteContent> contents, UnaryOperator<String> covering) {
		return new CellContent(domain.id(), domain.name(), lines(covering.apply(pointsOrNone())), isNotDiscussed(),
				this.leaning, this.confidence, contents);
	}

	Map<String, QuoteForm> quotesOrNone() {
		return (this.quotes != null) ? this.quotes : Map.of();
	}

	/** The lines that say something; a bullet typed before them is dropped. */
	private static List<String> lines(String text) {
		return text.lines()
			.map((line) -> line.strip().replaceFirst("^[-*•–]\\s+", ""))
			.filter((line) -> !line.isBlank())
			.toList();
	}

	/** A quote as it was entered: shortened, or set beside one point. */
	record QuoteForm(@Nullable String words, @Nullable Long pointId) {

		String wordsOrNone() {
			return (this.words != null) ? this.words.strip() : "";
		}

	}

}
