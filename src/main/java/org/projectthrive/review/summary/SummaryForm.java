package org.projectthrive.review.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.review.domain.DomainRow;
import org.projectthrive.review.summary.CellContent.QuoteContent;
import org.projectthrive.session.names.MayName;

/**
 * The whole summary as it was entered.
 *
 * @param version the version that was read
 * @param cells by the id of the domain
 * @param take a quote to be taken: {@code <domain>:turn:<id>} or
 * {@code <domain>:note:<id>}
 * @param words the words to take, when not all of the turn
 * @param drop the id of a quote to be dropped
 */
@MayName
record SummaryForm(@Nullable Integer version, @Nullable Map<String, CellForm> cells, @Nullable String take,
		@Nullable String words, @Nullable Long drop) {

	int versionRead() {
		return (this.version != null) ? this.version : -1;
	}

	CellForm cell(Long domainId) {
		return (this.cells != null) ? this.cells.getOrDefault(domainId.toString(), CellForm.EMPTY) : CellForm.EMPTY;
	}

	boolean holds(Long domainId) {
		return this.cells != null && this.cells.containsKey(domainId.toString());
	}

	/**
	 * @param covering takes names out of the points; quotes stand in the session without
	 * them already
	 */
	List<CellContent> contents(List<DomainRow> domains, Sources sources, UnaryOperator<String> covering) {
		return domains.stream()
			.filter((domain) -> holds(domain.id()))
			.map((domain) -> cell(domain.id()).content(domain, quotes(domain.id(), sources), covering))
			.toList();
	}

	/** The domain that a quote is taken for, to come back to it. */
	@Nullable String anchor() {
		return (this.take != null && this.take.matches("\\d{1,18}:.+")) ? this.take.substring(0, this.take.indexOf(':'))
				: null;
	}

	private List<QuoteContent> quotes(Long domainId, Sources sources) {
		List<QuoteContent> quotes = new ArrayList<>();
		cell(domainId).quotesOrNone().forEach((id, quote) -> {
			if (id.matches("\\d{1,18}") && !quote.wordsOrNone().isEmpty() && !Long.valueOf(id).equals(this.drop)) {
				quotes.add(new QuoteContent(Long.valueOf(id), null, null, quote.wordsOrNone(), quote.pointId()));
			}
		});
		if (domainId.toString().equals(anchor())) {
			quotes.add(taken(sources));
		}
		return quotes;
	}

	private QuoteContent taken(Sources sources) {
		String[] parts = String.valueOf(this.take).split(":", 3);
		if (parts.length < 3) {
			throw new NotFound("source of a quote");
		}
		try {
			Long turnId = parts[1].equals("turn") ? Long.valueOf(parts[2]) : null;
			UUID noteId = parts[1].equals("note") ? UUID.fromString(parts[2]) : null;
			return new QuoteContent(null, turnId, noteId, chosen(sources.text(turnId, noteId)), null);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("source of a quote");
		}
	}

	private String chosen(String whole) {
		String wanted = (this.words != null) ? this.words.strip() : "";
		if (!wanted.isEmpty()) {
			return wanted;
		}
		int space = whole.lastIndexOf(' ', SummaryQuote.LONGEST);
		return (whole.length() <= SummaryQuote.LONGEST) ? whole.strip()
				: whole.substring(0, (space > 0) ? space : SummaryQuote.LONGEST);
	}

}
