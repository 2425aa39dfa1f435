package org.projectthrive.review.summary;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions.SessionRow;

/**
 * Everything that the page of one summary shows.
 *
 * @param line who wrote it and where it stands
 * @param version what a writer has read
 */
public record SummaryPage(SessionRow session, SummaryLine line, Long authorId, @Nullable Long secondReaderId,
		int version, List<CellView> cells) {

	/** How many domains say nothing yet. */
	public long open() {
		return this.cells.stream().filter(CellView::isOpen).count();
	}

	/**
	 * Whether the given person may agree: somebody else than the author, and the one who
	 * was asked, if any.
	 */
	public boolean mayBeAgreedBy(Long personId) {
		return this.line.stage() == SummaryStage.SECOND_READ && !personId.equals(this.authorId)
				&& (this.secondReaderId == null || this.secondReaderId.equals(personId));
	}

}
