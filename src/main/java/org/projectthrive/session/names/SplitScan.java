package org.projectthrive.session.names;

import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Looks for names that were taken apart: at the end of a line, or letter by letter.
 */
final class SplitScan {

	/** The fewest letters, one by one, that are taken for a name. */
	static final int SHORTEST = 3;

	/** What may stand between the halves of a name, as the end of a line. */
	static final int LONGEST_GAP = 3;

	static final char SOFT_HYPHEN = '\u00AD';

	static final String HYPHENS = "-‐‑";

	private static final int LONGEST = 24;

	private static final int LONGEST_GLUED = 100;

	private static final Pattern HUMP = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]++");

	private static final Set<String> BEGINNINGS = Set.of("mc", "mac", "de", "di", "du", "la", "le", "van", "von",
			"fitz");

	private final String text;

	private final NameIndex names;

	private final Tokens tokens;

	SplitScan(String text, NameIndex names, Tokens tokens) {
		this.text = text;
		this.names = names;
		this.tokens = tokens;
	}

	/** After the last piece of a name that begins here, or here when none does. */
	int at(int at, ObjIntConsumer<Form> found) {
		int end = (this.tokens.get(at).length() == 1) ? spaced(at) : hyphenated(at);
		Form form = (end == at) ? null : form(at, end);
		if (form == null) {
			return at;
		}
		found.accept(form, end);
		return end;
	}

	/** {@code T h a b o}: as many letters as make a name. */
	private int spaced(int at) {
		int end = at + 1;
		while (end < this.tokens.size() && end - at < LONGEST && this.tokens.get(end).length() == 1
				&& isGap(this.tokens.between(end))) {
			end++;
		}
		while (end - at >= SHORTEST && form(at, end) == null) {
			end--;
		}
		return (end - at >= SHORTEST) ? end : at;
	}

	private static boolean isGap(String between) {
		return between.length() == 1 && " \u00a0.-‐‑".contains(between);
	}

	/** {@code Tha- bo}, where a line ended once; the hyphen may be a soft one. */
	private int hyphenated(int at) {
		if (at + 1 == this.tokens.size()) {
			return at;
		}
		String between = this.tokens.between(at + 1);
		boolean soft = this.text.charAt(this.tokens.get(at).end() - 1) == SOFT_HYPHEN;
		boolean hard = !between.isEmpty() && HYPHENS.indexOf(between.charAt(0)) >= 0;
		String gap = hard ? between.substring(1) : between;
		boolean ended = (soft || hard) && !gap.isEmpty() && gap.length() <= LONGEST_GAP && gap.isBlank();
		return (ended && form(at, at + 2) != null) ? at + 2 : at;
	}

	/** The name in {@code NkosiNotes.docx}; the parts of McDonald are none. */
	@Nullable Form glued(Word word) {
		for (String part : parts(this.text, word.start(), word.end())) {
			Form form = this.names.single(part);
			if (form != null && !form.isWeak()) {
				return form;
			}
		}
		return null;
	}

	/**
	 * Whether it is glued to words, or to more of itself, and is not the end of JoAnn.
	 */
	boolean isSurelyGlued(Word word, Form name) {
		List<String> parts = parts(this.text, word.start(), word.end());
		return parts.stream().anyMatch(this::isWord) || parts.stream().allMatch((part) -> isOf(name, part));
	}

	private boolean isWord(String part) {
		return this.names.single(part) == null && WordLists.isEnglish(part) && !WordLists.isGivenName(part);
	}

	private boolean isOf(Form name, String part) {
		Form form = this.names.single(part);
		return form != null && form.covers().equals(name.covers());
	}

	/**
	 * What is glued together in a word, each part with a capital of its own; or nothing.
	 */
	static List<String> parts(String text, int start, int end) {
		if (end - start > LONGEST_GLUED || !hasInnerCapital(text, start, end)) {
			return List.of();
		}
		List<String> parts = HUMP.matcher(text.substring(start, end))
			.results()
			.map((hump) -> Word.folded(hump.group()))
			.toList();
		return (parts.size() < 2 || BEGINNINGS.contains(parts.get(0))) ? List.of() : parts;
	}

	private static boolean hasInnerCapital(String text, int start, int end) {
		for (int at = start + 1; at < end; at++) {
			if (Character.isUpperCase(text.codePointAt(at))) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Form form(int from, int to) {
		StringBuilder joined = new StringBuilder();
		for (int at = from; at < to; at++) {
			joined.append(this.tokens.get(at).folded());
		}
		Form form = this.names.single(joined.toString());
		return (form == null || form.isWeak()) ? null : form;
	}

}
