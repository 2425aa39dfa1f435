package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.List;

/**
 * A first look at a text for a few names, without a look at their surroundings: whatever
 * it lets through may hold one, whatever it holds back has none. Most words are told by
 * their length and their letters, in one pass and without a copy of them.
 */
public final class NameSieve {

	private static final String FIRST_LETTERS_OF_DOMAINS = "cogneh";

	private final NameIndex names = new NameIndex();

	/** The letters of all words that are looked for, by the lengths that may match. */
	private final List<List<Integer>> letters = new ArrayList<>();

	NameSieve(List<Person> people) {
		people.forEach(this.names::add);
		this.names.words().forEach((word) -> {
			for (int length = Math.max(0, word.length() - 1); length <= word.length() + 1; length++) {
				while (this.letters.size() <= length) {
					this.letters.add(new ArrayList<>());
				}
				this.letters.get(length).add(letters(word, 0, word.length()));
			}
		});
	}

	/** Whether the text may hold one of the names, in whatever form. */
	public boolean mayHold(String text) {
		int at = 0;
		int letters = 0;
		int before = -1;
		while (at < text.length()) {
			int end = Word.end(text, at);
			if (end > at) {
				letters = !isLetter(text, at, end) ? 0 : (at == before + 1) ? letters + 1 : 1;
				if (letters == SplitScan.SHORTEST || mayBeName(text, at, end) || mayGoOn(text, at, end)) {
					return true;
				}
				at = end;
				before = end;
			}
			else if (mayBeInLink(text, at)) {
				return true;
			}
			else {
				at += Character.charCount(text.codePointAt(at));
			}
		}
		return false;
	}

	private boolean mayBeName(String text, int start, int end) {
		boolean dotted = end < text.length() && text.charAt(end) == '.';
		boolean plain = isPlain(text, start, end) && !(dotted && end == start + 1);
		if ((!plain || isLikeSome(text, start, end)) && isSome(Word.folded(text.substring(start, end)), dotted)) {
			return true;
		}
		return SplitScan.parts(text, start, end).stream().anyMatch(this.names::isWord);
	}

	private static boolean isPlain(String text, int start, int end) {
		boolean plain = true;
		for (int at = start; plain && at < end; at++) {
			char character = text.charAt(at);
			plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
		}
		return plain;
	}

	/**
	 * Letter by letter a name is let through without a look at which letters they are.
	 */
	private static boolean isLetter(String text, int start, int end) {
		if (isPlain(text, start, end)) {
			return end == start + 1;
		}
		String folded = Word.folded(text.substring(start, end));
		return folded.codePointCount(0, folded.length()) == 1;
	}

	/** The first half of a name, of which the other stands on the next line. */
	private boolean mayGoOn(String text, int start, int end) {
		boolean soft = text.charAt(end - 1) == SplitScan.SOFT_HYPHEN;
		boolean hard = end < text.length() && SplitScan.HYPHENS.indexOf(text.charAt(end)) >= 0;
		int gap = hard ? end + 1 : end;
		int next = gap;
		while (next < text.length() && next < gap + SplitScan.LONGEST_GAP
				&& Character.isWhitespace(text.charAt(next))) {
			next++;
		}
		if (next == gap || !(soft || hard)) {
			return false;
		}
		return this.names
			.isWord(Word.folded(text.substring(start, end)) + Word.folded(text.substring(next, Word.end(text, next))));
	}

	private boolean isLikeSome(String text, int start, int end) {
		if (end - start >= this.letters.size()) {
			return false;
		}
		int own = letters(text, start, end);
		for (int some : this.letters.get(end - start)) {
			if (Integer.bitCount(own ^ some) <= 2) {
				return true;
			}
		}
		return false;
	}

	private boolean isSome(String word, boolean dotted) {
		if (this.names.isWord(word) || !this.names.alike(word).isEmpty()) {
			return true;
		}
		if (dotted && word.codePointCount(0, word.length()) == 1 && this.names.isFirstInitial(word)) {
			return true;
		}
		return (word.endsWith("s") && this.names.isWord(word.substring(0, word.length() - 1)))
				|| this.names.isWord(Word.withoutNumber(word));
	}

	/** An address may have parts of words in it, so it is always looked at. */
	private static boolean mayBeInLink(String text, int at) {
		char character = text.charAt(at);
		if (character != '.' || at == 0 || at + 1 == text.length()) {
			return character == '@' || text.startsWith("://", at);
		}
		boolean server = at > 1 && (Character.isLetterOrDigit(text.charAt(at - 2)) || text.charAt(at - 2) == '-');
		boolean domain = FIRST_LETTERS_OF_DOMAINS.indexOf(Character.toLowerCase(text.charAt(at + 1))) >= 0;
		return Character.toLowerCase(text.charAt(at - 1)) == 'w' || (server && domain);
	}

	/** A bit for each letter, whether or not in capitals; few letters share one. */
	private static int letters(String text, int start, int end) {
		int letters = 0;
		for (int at = start; at < end; at++) {
			letters |= 1 << (text.charAt(at) & 31);
		}
		return letters;
	}

}
