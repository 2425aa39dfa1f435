package org.projectthrive.coding.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut into words and signs, with their places in Unicode code points. */
final class Words {

	private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}\\p{N}\\p{M}]+)*|\\s+|\\X");

	private Words() {
	}

	/** Without the space between them. */
	static List<Word> of(String text) {
		List<Word> words = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		int at = 0;
		while (matcher.find()) {
			String token = matcher.group();
			int end = at + token.codePointCount(0, token.length());
			if (!token.isBlank()) {
				words.add(new Word(token, at, end));
			}
			at = end;
		}
		return words;
	}

	/** A word, or a sign such as a full stop or an emoji. */
	record Word(String text, int start, int end) {
	}

}
