package org.projectthrive.session.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param folded in lower case, without accents, however it was encoded
 */
record Word(int start, int end, String folded) {

	private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

	/** All words of a text, in one pass. */
	static List<Word> of(String text) {
		List<Word> words = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			int start = at;
			at = end(text, start);
			if (at > start) {
				words.add(new Word(start, at, folded(text.substring(start, at))));
			}
			else {
				at += Character.charCount(text.codePointAt(at));
			}
		}
		return words;
	}

	/** Where the word ends that starts here, or here when none does. */
	static int end(String text, int start) {
		int at = start;
		while (at < text.length() && belongs(text.codePointAt(at), at > start)) {
			at += Character.charCount(text.codePointAt(at));
		}
		return at;
	}

	static String folded(String word) {
		if (word.chars().allMatch((character) -> character < 128)) {
			return word.toLowerCase(Locale.ROOT);
		}
		String bare = MARKS.matcher(lower(word)).replaceAll(""); // thousands would be put
																	// in order one by one
		String plain = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD)).replaceAll("");
		return lower(plain).replace('ς', 'σ')
			.replace("ß", "ss")
			.replace('ø', 'o')
			.replace('ł', 'l')
			.replace('đ', 'd')
			.replace('ð', 'd')
			.replace('ı', 'i')
			.replace("æ", "ae")
			.replace("œ", "oe")
			.replace("þ", "th");
	}

	boolean isCapital(String text) {
		return Character.isUpperCase(text.codePointAt(this.start));
	}

	/** Wholly in capitals, and more than one of them. */
	boolean isShouted(String text) {
		return length() > 1 && text.substring(this.start, this.end)
			.codePoints()
			.noneMatch((letter) -> !Character.isUpperCase(letter));
	}

	boolean isInitial(String text) {
		return length() == 1 && isCapital(text);
	}

	/** The letters before the digits at its end. */
	String withoutNumber() {
		return withoutNumber(this.folded);
	}

	static String withoutNumber(String word) {
		int end = word.length();
		while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
			end--;
		}
		return word.substring(0, end);
	}

	int length() {
		return this.folded.codePointCount(0, this.folded.length());
	}

	/** Letter by letter: a whole word would be searched through again at each sigma. */
	private static String lower(String word) {
		StringBuilder lower = new StringBuilder(word.length());
		word.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
		return lower.toString();
	}

	private static boolean belongs(int character, boolean inside) {
		int type = Character.getType(character);
		if (Form.APOSTROPHES.indexOf(character) >= 0) {
			return false;
		}
		return Character.isLetterOrDigit(character) || type == Character.NON_SPACING_MARK
				|| type == Character.ENCLOSING_MARK || (inside && type == Character.FORMAT);
	}

}
