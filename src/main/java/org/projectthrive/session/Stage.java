package org.projectthrive.session;

/** How far a session is; {@link StageChange} says what may follow. */
public enum Stage {

	PLANNED, INVITED, IN_PROGRESS, HELD, DEBRIEFED, TRANSCRIBED, CLOSED, CANCELLED;

	/** Has not begun, so that its plan may still change. */
	public boolean isUpcoming() {
		return this == PLANNED || this == INVITED;
	}

	/** Nothing about it changes any more. */
	public boolean isOver() {
		return this == CLOSED || this == CANCELLED;
	}

	/** Has taken place. */
	public boolean isHeld() {
		return compareTo(HELD) >= 0 && this != CANCELLED;
	}

	/** People arrive, or have been there: who came can be recorded. */
	public boolean isAttended() {
		return this != PLANNED && !isOver();
	}

}
