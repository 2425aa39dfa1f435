package org.projectthrive.review.summary;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.projectthrive.review.summary.CellContent.QuoteContent;

/**
 * The part of a demo session's file that the review reads: its summary, by {@code q1} …
 * {@code q9}, difficult, well.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DemoSession(int number, Map<String, DemoCell> summary) {

	/** One domain's cell. */
	public record DemoCell(@Nullable Boolean notDiscussed, @Nullable Leaning leaning, @Nullable Confidence confidence,
			@Nullable List<DemoPoint> points, @Nullable List<String> quotes) {

		public List<DemoPoint> pointsOrNone() {
			return (this.points != null) ? this.points : List.of();
		}

		public List<String> quotesOrNone() {
			return (this.quotes != null) ? this.quotes : List.of();
		}

		CellContent content(Long domainId, List<QuoteContent> contents) {
			return new CellContent(domainId, "demo", pointsOrNone().stream().map(DemoPoint::text).toList(),
					Boolean.TRUE.equals(this.notDiscussed), this.leaning, this.confidence, contents);
		}

	}

	/**
	 * A bullet point: plain words, or words with the contrast that they belong to and a
	 * quote.
	 */
	public record DemoPoint(String text, @Nullable String contrast, @Nullable String quote) {

		@JsonCreator
		public DemoPoint(@JsonProperty("text") String text, @JsonProperty("contrast") @Nullable String contrast,
				@JsonProperty("quote") @Nullable String quote) {
			this.text = text;
			this.contrast = contrast;
			this.quote = quote;
		}

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static DemoPoint plain(String text) {
			return new DemoPoint(text, null, null);
		}

	}

}
