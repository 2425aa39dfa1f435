package org.projectthrive.retreat.idea;

/**
 * What has become of an idea: told by the scope gate and the ballots, never set by hand.
 */
public enum Disposition {

	/** Told together with another idea, which stands for both. */
	MERGED,

	/** The scope gate has not looked at it. */
	NOT_GATED,

	/** In scope, and free to be put to the vote. */
	OPEN,

	/** On a ballot that is open now. */
	ON_BALLOT,

	/** Put to the vote and not chosen, or not yet. */
	NOT_CHOSEN,

	/** Chosen by ballot. */
	CHOSEN,

	/** Beyond those who vote, and sent to somebody who can decide. */
	ESCALATED

}
