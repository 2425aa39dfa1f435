package org.projectthrive.retreat.ballot;

/** What happens when ideas tie at the cut line; told before the first ballot is cast. */
public enum TieRule {

	/** A second ballot among the tied ones for the places that remain. */
	RUN_OFF,

	/** All tied ideas are chosen, so that there are more winners than planned. */
	INCLUDE_ALL

}
