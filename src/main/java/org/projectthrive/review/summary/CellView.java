package org.projectthrive.review.summary;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.review.domain.DomainRow;
import org.projectthrive.session.Sessions;

/**
 * A cell of a summary as a page shows it.
 *
 * @param wording the guide question behind the domain, null when nobody had asked
 * @param written the points as text, one a line: what was entered, or else what is saved
 * @param points the saved points
 * @param spoken what was said under the question, to take quotes from
 * @param elsewhere what was said elsewhere in the session, for a domain that nobody had
 * asked about
 */
public record CellView(DomainRow domain, @Nullable String wording, String written, List<PointView> points,
		boolean notDiscussed, @Nullable Leaning leaning, @Nullable Confidence confidence, List<QuoteView> quotes,
		List<SourceView> spoken, List<SourceView> elsewhere) {

	/** Whether nothing was said about the domain yet: not the same as not discussed. */
	public boolean isOpen() {
		return !this.notDiscussed && this.points.isEmpty() && this.quotes.isEmpty();
	}

	/** Whether what was entered is not what is saved. */
	public boolean isEntered() {
		return !this.written.strip()
			.lines()
			.map(String::strip)
			.toList()
			.equals(this.points.stream().map(PointView::text).toList());
	}

	/** The quotes that bear out the domain as a whole. */
	public List<QuoteView> wholeQuotes() {
		return this.quotes.stream().filter((quote) -> quote.pointId() == null).toList();
	}

	/** The quotes that bear out one point. */
	public List<QuoteView> quotesOf(PointView point) {
		return this.quotes.stream().filter((quote) -> point.id().equals(quote.pointId())).toList();
	}

	/** A saved bullet point. */
	public record PointView(Long id, String text) {
	}

	/**
	 * A quote and who said it, as a code, and when.
	 *
	 * @param withheld whether they do not agree to be quoted: then there are no words
	 */
	public record QuoteView(Long id, @Nullable Long turnId, @Nullable UUID noteId, @Nullable String noteKind,
			@Nullable String speaker, @Nullable Integer startsMs, String words, @Nullable Long pointId,
			boolean withheld) {

		/** Words as they were spoken. */
		public boolean isSaid() {
			return Sessions.isSaid(this.noteKind);
		}

	}

	/**
	 * A turn or note that a quote may be taken from.
	 *
	 * @param key {@code turn:<id>} or {@code note:<id>}
	 * @param noteKind QUOTE, PARAPHRASE, NON_VERBAL or OWN_IDEA; null for a turn
	 * @param withheld whether who said it does not agree to be quoted
	 */
	public record SourceView(String key, @Nullable String noteKind, @Nullable String speaker,
			@Nullable Integer startsMs, String text, boolean withheld) {
	}

}
