package org.projectthrive.retreat.ballot;

/** Where a ballot stands. */
public enum BallotStage {

	/** Prepared by the lead, seen by nobody else. */
	DRAFT,

	/** Being cast; nothing about it changes. */
	OPEN,

	/** Counted and sealed, or given up below the quorum. */
	CLOSED

}
