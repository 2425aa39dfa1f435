package org.projectthrive.session.consent;

/** How an answer was given. */
public enum ConsentHow {

	/** Said to a facilitator, who wrote it down. */
	VERBAL,

	/** On paper or in a message. */
	WRITTEN

}
