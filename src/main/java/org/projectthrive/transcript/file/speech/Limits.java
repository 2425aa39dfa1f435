package org.projectthrive.transcript.file.speech;

/** How long a transcript may be. */
public final class Limits {

	public static final int MOST_TURNS = 5000;

	/** Twenty for each turn of the longest transcript. */
	public static final int MOST_LINES = 20 * MOST_TURNS;

	/** No session is talked about in so many characters; a long book has a third. */
	public static final int MOST_CHARACTERS = 3_000_000;

	private Limits() {
	}

}
