package org.projectthrive.session;

/**
 * How full a session is, against its places and the 5 to 8 people with whom a
 * conversation goes well.
 */
record Fill(int expected, int attended, int capacity, boolean held) {

	private static final int FEW = 5;

	private static final int MANY = 8;

	/** Those who count: expected before the session, present after it. */
	public int people() {
		return this.held ? this.attended : this.expected;
	}

	public boolean isOnTarget() {
		return people() >= FEW && people() <= MANY;
	}

	public int expectedPercent() {
		return percent(this.expected);
	}

	public int peoplePercent() {
		return percent(people());
	}

	public int targetStart() {
		return percent(FEW);
	}

	public int targetPercent() {
		return percent(MANY) - percent(FEW);
	}

	private int percent(int count) {
		return Math.round(100f * count / Math.max(Math.max(this.capacity, this.expected), MANY));
	}

}
