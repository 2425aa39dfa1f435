package org.projectthrive.transcript.file;

import java.util.regex.Pattern;

/**
 * Tells the chat of a meeting from a transcript: who wrote to whom, an answer to a
 * message, or, as Zoom writes it now, a time, the writer and the message with a tab
 * between them.
 */
final class Chat {

	private static final int FEW = 3;

	private static final int LOOKED_AT = 5000;

	private static final Pattern SURE = Pattern
		.compile("(?:\\d{4}-\\d{2}-\\d{2}\\s)?\\d{1,2}:\\d{2}:\\d{2}\\s{1,4}(?:From\\s[^:\\n]{1,100}?"
				+ "(?:\\s(?i:to)\\s[^:\\n]{1,100}:|\\s:)|[^\\t\\n]{1,100}:\\t" + "(?:Reacted to|Replying to) [\"“])");

	private static final Pattern MESSAGE = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2} ?\\t ?[^\\t\\n]{1,100}:\\t.*");

	private Chat() {
	}

	static boolean is(String text) {
		int filled = 0;
		int messages = 0;
		for (String line : (Iterable<String>) text.lines().limit(LOOKED_AT)::iterator) {
			if (SURE.matcher(line).lookingAt()) {
				return true;
			}
			filled += line.isBlank() ? 0 : 1;
			messages += MESSAGE.matcher(line).matches() ? 1 : 0;
		}
		return messages >= FEW && messages * 2 > filled;
	}

}
