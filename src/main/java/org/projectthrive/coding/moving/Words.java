package org.projectthrive.coding.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut into words and signs, with their places in Unicode code points. */
final class Words {

	private static final Pattern TOKEN = Pattern
		.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}\\p{N}\\p{M}]+)*|\\s+|\\X");

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

		boolean isWord() {
			return Character.isLetterOrDigit(this.text.codePointAt(0));
		}

		/** Begins or ends alike: a word that was mistyped, or put into another form. */
		boolean isLike(Word other) {
			String one = this.text.toLowerCase(Locale.ROOT);
			String two = other.text.toLowerCase(Locale.ROOT);
			int most = Math.min(one.length(), two.length());
			int head = 0;
			while (head < most && one.charAt(head) == two.charAt(head)) {
				head++;
			}
			int tail = 0;
			while (tail < most - head && one.charAt(one.length() - 1 - tail) == two.charAt(two.length() - 1 - tail)) {
				tail++;
			}
			return head + tail > 1 && 3 * (head + tail) >= 2 * Math.max(one.length(), two.length());
		}

	}

}
