package org.projectthrive.session.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A way in which a name may be written, and whose it is: of several people the nearest.
 */
final class Form {

	static final String APOSTROPHES = "'’ʼ‘`´ʻ";

	private final List<String> words;

	/** After how many words a comma stands, or 0. */
	private final int comma;

	private final Set<String> covers = new LinkedHashSet<>();

	/** Whether it is a name also where it is written small. */
	private final boolean small;

	private int rank = -1;

	Form(List<String> words, int comma) {
		this.words = List.copyOf(words);
		this.comma = comma;
		this.small = this.words.size() == 1 || !isWeak() || isShort();
	}

	void belongsTo(String cover, int nearness) {
		if (nearness > this.rank) {
			this.covers.clear();
			this.rank = nearness;
		}
		if (nearness == this.rank) {
			this.covers.add(cover);
		}
	}

	int size() {
		return this.words.size();
	}

	Set<String> covers() {
		return this.covers;
	}

	/** How many letters its first word has. */
	int length() {
		return this.words.get(0).length();
	}

	boolean isShared() {
		return this.covers.size() > 1;
	}

	/** Whether it is that of somebody of the session. */
	boolean isNear() {
		return this.rank >= NameIndex.NEAR;
	}

	/** Whether each of its words may be something else than a name. */
	boolean isWeak() {
		return this.words.stream().allMatch(Form::isWeak);
	}

	/**
	 * A whole name of two short words that are no others: nobody writes them by chance.
	 */
	private boolean isShort() {
		return this.words.stream()
			.allMatch((word) -> word.length() > 1 && !WordLists.isEnglish(word)
					&& !WordLists.USUALLY_CAPITAL.contains(word));
	}

	boolean isAt(String text, List<Word> tokens, int at) {
		if (at + size() > tokens.size()) {
			return false;
		}
		for (int word = 0; word < size(); word++) {
			boolean joined = word == 0 || isJoined(text, tokens.get(at + word - 1), tokens.get(at + word), word);
			if (!joined || !tokens.get(at + word).folded().equals(this.words.get(word))) {
				return false;
			}
		}
		return this.small || tokens.subList(at, at + size())
			.stream()
			.noneMatch((word) -> Character.isLowerCase(text.codePointAt(word.start())));
	}

	private boolean isJoined(String text, Word one, Word next, int word) {
		String between = text.substring(one.end(), next.start());
		return (this.comma == word) ? between.strip().equals(",") && between.length() < 4 : joins(between);
	}

	/** Only what may stand within a name is between two words. */
	static boolean joins(String between) {
		return between.length() <= 3
				&& between.chars().allMatch((character) -> (" \t\n\u00a0-‐‑." + APOSTROPHES).indexOf(character) >= 0)
				&& between.indexOf("\n\n") < 0;
	}

	static boolean isWeak(String word) {
		return word.length() < 3 || WordLists.COMMON.contains(word) || WordLists.USUALLY_CAPITAL.contains(word);
	}

}
