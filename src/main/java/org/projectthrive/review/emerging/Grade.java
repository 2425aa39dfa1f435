package org.projectthrive.review.emerging;

/** In how many of the sessions a theme was raised. */
public enum Grade {

	ALL, MOST, SOME, ONE;

	/** Most is more than half of the sessions. */
	static Grade of(int sessions, int held) {
		if (sessions >= held) {
			return ALL;
		}
		if (sessions * 2 > held) {
			return MOST;
		}
		return (sessions == 1) ? ONE : SOME;
	}

}
