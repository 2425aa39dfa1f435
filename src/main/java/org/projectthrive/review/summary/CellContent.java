package org.projectthrive.review.summary;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is to be written into a cell.
 *
 * @param domain the domain's name, for the words of a broken rule
 * @param lines one bullet point each, not blank
 */
record CellContent(Long domainId, String domain, List<String> lines, boolean notDiscussed, @Nullable Leaning leaning,
		@Nullable Confidence confidence, List<QuoteContent> quotes) {

	Optional<QuoteContent> quote(@Nullable Long id) {
		return (id == null) ? Optional.empty()
				: this.quotes.stream().filter((quote) -> id.equals(quote.id())).findFirst();
	}

	/** A quote that is there already (by its id), or a new one from a turn or note. */
	record QuoteContent(@Nullable Long id, @Nullable Long turnId, @Nullable UUID noteId, String words,
			@Nullable Long pointId) {
	}

}
