package org.projectthrive.retreat.idea;

/** Where an idea comes from. */
public enum Origin {

	/** What was heard in the sessions, as lead and analysts read it. */
	FINDINGS,

	/** A leader. */
	LEADER,

	/** The box that stays open after a session. */
	AFTERTHOUGHT

}
