package org.projectthrive.session.names;

import java.util.regex.Pattern;

/**
 * How long a text is that somebody has typed. What stands for a name counts nothing, so
 * that a text fits after names were taken out of it if it did before: at once, when a
 * name becomes known later, and whenever it is edited again. The columns of such texts
 * have {@link #ROOM} times as much room as their form, since a stand-in may be some eight
 * times as long as the shortest name.
 * <p>
 * This holds for what people said and noted: turns, notes, unscripted questions, parked
 * topics and debriefs lose no word when names are taken out. What is written about them,
 * such as memos, points and findings, is cut to the length of its form instead.
 */
public final class TypedLength {

	/** How many times the length of its form a column holds. */
	static final int ROOM = 20;

	/** What may be stand-ins in what is sent: never so much that the column is full. */
	private static final int MOST = ROOM / 2;

	private static final Pattern STAND_IN = Pattern
		.compile("(?<![\\p{L}\\p{N}])P\\d{2,4}(?!\\p{N})|\\[\\p{L}[\\p{L} -]{0,20}(?: \\d{1,3})?\\]");

	private TypedLength() {
	}

	/** In Unicode code points, without the line ends of a browser. */
	public static int of(String text) {
		return codePoints(STAND_IN.matcher(text).replaceAll(""));
	}

	public static boolean fits(String text, int longest) {
		return of(text) <= longest && codePoints(text) <= (long) MOST * longest;
	}

	private static int codePoints(String text) {
		return (int) text.codePoints().filter((character) -> character != '\r').count();
	}

}
