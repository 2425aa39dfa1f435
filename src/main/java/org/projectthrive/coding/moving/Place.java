package org.projectthrive.coding.moving;

import org.projectthrive.session.marks.Rewording;

/**
 * Where words are now.
 *
 * @param start the first code point
 * @param end the code point after the last
 */
record Place(int start, int end, Fate fate) {

	/** Where words are once names were taken out: on what stands for them. */
	static Place covered(Rewording covering, int start, int end) {
		String before = covering.before().text();
		String after = covering.after();
		int length = before.codePointCount(0, before.length());
		int from = covering.moved(before.offsetByCodePoints(0, Math.min(start, length)), false);
		int to = covering.moved(before.offsetByCodePoints(0, Math.min(end, length)), true);
		return new Place(after.codePointCount(0, from), after.codePointCount(0, to), Fate.UNTOUCHED);
	}

	/** What has become of words. */
	enum Fate {

		UNTOUCHED, CHANGED, GONE

	}

}
