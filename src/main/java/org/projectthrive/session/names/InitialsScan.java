package org.projectthrive.session.names;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for somebody's initials: with dots, or as a word of capitals. */
final class InitialsScan {

	private static final int MOST_INITIALS = 8;

	/** What is heard between words, or stands for a word. */
	private static final Set<String> SOUNDS = Set.of("ah", "aw", "eh", "er", "ha", "he", "hi", "hm", "ho", "huh", "hmm",
			"ja", "la", "mhm", "mm", "mmm", "nah", "ne", "oh", "oi", "ok", "ooh", "ow", "sh", "shh", "ss", "uh", "uhm",
			"um", "yo", "de", "el", "en", "es", "et", "il", "le", "un", "am", "pm", "eg", "ie", "vs", "al", "st", "nd",
			"rd", "th", "kg", "km", "cm", "ml", "mg");

	private final String text;

	private final NameIndex names;

	private final Tokens tokens;

	private final Consumer<Find> found;

	InitialsScan(String text, NameIndex names, Tokens tokens, Consumer<Find> found) {
		this.text = text;
		this.names = names;
		this.tokens = tokens;
		this.found = found;
	}

	/** Looks for initials here; where the search goes on, or here when there are none. */
	int at(int at) {
		Word word = this.tokens.get(at);
		String dotted = dotted(at);
		return (dotted.length() > 1) ? dottedInitials(at, dotted) : plainInitials(at, word);
	}

	/** As many initials with a dot each as somebody has, or one too few to count. */
	private String dotted(int at) {
		StringBuilder letters = new StringBuilder();
		for (int end = at; isDottedInitial(end, at); end++) {
			letters.append(this.tokens.get(end).folded());
		}
		while (letters.length() > 2 && this.names.initials(letters.toString()) == null) {
			letters.setLength(letters.length() - 1);
		}
		return letters.toString();
	}

	private boolean isDottedInitial(int at, int first) {
		return at < this.tokens.size() && at - first < MOST_INITIALS && this.tokens.get(at).isInitial(this.text)
				&& this.text.startsWith(".", this.tokens.get(at).end()) && (at == first || this.tokens.follows(at));
	}

	private int dottedInitials(int at, String letters) {
		Form form = this.names.initials(letters);
		if (form == null) {
			return at;
		}
		int end = at + letters.length();
		addInitials(this.tokens.get(at).start(), this.tokens.get(end - 1).end() + 1, form, !form.isShared());
		return end;
	}

	private int plainInitials(int at, Word word) {
		Form form = this.names.initials(word.folded());
		if (form != null && isSmall(at, word)) {
			this.found.accept(Find.doubt(word.start(), word.end(), Kind.INITIALS, List.copyOf(form.covers())));
			return at + 1;
		}
		if (form == null || !word.isShouted(this.text) || word.length() > 4 || this.tokens.isAmongShouted(at)) {
			return at;
		}
		boolean sure = !form.isShared() && form.isNear() && !WordLists.ABBREVIATIONS.contains(word.folded());
		addInitials(word.start(), word.end(), form, sure);
		return at + 1;
	}

	/** Initials as they are typed in haste, and no word, sound or part of one. */
	private boolean isSmall(int at, Word word) {
		boolean small = this.text.substring(word.start(), word.end()).equals(word.folded());
		return small && word.length() < 4 && !WordLists.isEnglish(word.folded())
				&& !WordLists.ABBREVIATIONS.contains(word.folded()) && !SOUNDS.contains(word.folded())
				&& (at == 0 || this.tokens.between(at).isBlank());
	}

	private void addInitials(int start, int end, Form form, boolean sure) {
		List<String> covers = List.copyOf(form.covers());
		this.found.accept(sure ? Find.certain(start, end, Kind.INITIALS, covers.get(0))
				: Find.doubt(start, end, Kind.INITIALS, covers));
	}

}
