package org.projectthrive.session;

/** How far a session is; each stage knows what may follow. */
enum Stage {

	PLANNED, INVITED, IN_PROGRESS, HELD, DEBRIEFED, TRANSCRIBED, CLOSED, CANCELLED;

	boolean leadsTo(Stage next) {
		return switch (this) {
			case PLANNED -> next == INVITED || next == CANCELLED;
			case INVITED -> next == IN_PROGRESS || next == CANCELLED;
			case IN_PROGRESS -> next == HELD;
			case HELD -> next == DEBRIEFED || next == TRANSCRIBED;
			case DEBRIEFED -> next == TRANSCRIBED || next == CLOSED;
			case TRANSCRIBED -> next == CLOSED;
			case CLOSED, CANCELLED -> false;
		};
	}

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

}
