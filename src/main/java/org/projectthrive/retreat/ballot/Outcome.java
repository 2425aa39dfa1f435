package org.projectthrive.retreat.ballot;

/** What a closed ballot says about an option. */
public enum Outcome {

	CHOSEN, TIED, NOT_CHOSEN

}
