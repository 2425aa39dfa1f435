package org.projectthrive.study;

/** What a member of a project team does in a study; one person may hold several. */
public enum Role {

	/** Sets the study up, plans sessions, opens ballots, publishes. */
	LEAD,

	/** Runs sessions, takes notes, debriefs, uploads transcripts. */
	FACILITATOR,

	/** Codes, summarises, builds the matrix; never sees names. */
	ANALYST,

	/**
	 * Reads released findings, adds ideas, votes, owns initiatives; never sees notes or
	 * transcripts.
	 */
	LEADER

}
