package org.projectthrive.review.summary;

/** Where a summary stands: written, read by somebody else, agreed. */
public enum SummaryStage {

	DRAFT, SECOND_READ, AGREED;

	public boolean isAgreed() {
		return this == AGREED;
	}

}
