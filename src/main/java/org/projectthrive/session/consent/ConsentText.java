package org.projectthrive.session.consent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What participants are asked to agree to, as it was published, or as a draft.
 *
 * @param number counts the versions; 0 for a draft and for the proposed text
 * @param words with {@code {counts}} and {@code {quotes}} where the thresholds are
 * printed
 */
public record ConsentText(@Nullable Long id, int number, String words, int countsUnder, int quotesUnder,
		@Nullable Instant publishedAt, @Nullable String publishedBy, int version) {

	static final String COUNTS = "{counts}";

	static final String QUOTES = "{quotes}";

	/** The text as participants read it. */
	public String printed() {
		return this.words.replace(COUNTS, String.valueOf(this.countsUnder))
			.replace(QUOTES, String.valueOf(this.quotesUnder));
	}

	public boolean isPublished() {
		return this.number > 0;
	}

}
