package org.projectthrive.transcript.file.speech;

/** The beginning of a text, to be told by. */
public final class Excerpt {

	private static final int LONGEST = 80;

	private Excerpt() {
	}

	public static String of(String text) {
		String line = text.strip();
		if (line.length() <= LONGEST) {
			return line;
		}
		int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return line.substring(0, end) + "…";
	}

}
