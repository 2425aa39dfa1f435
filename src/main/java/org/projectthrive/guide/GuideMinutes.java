package org.projectthrive.guide;

/** What the questions of a guide take of the slot that a session has. */
record GuideMinutes(int asked, int slot) {

	/** What welcome and close take, together. */
	static final int FRAME = 10;

	/** What the slot leaves for questions. */
	public int available() {
		return this.slot - FRAME;
	}

	public boolean isOver() {
		return this.asked > available();
	}

}
