package org.projectthrive.session.names;

import java.util.List;
import java.util.Set;

/** The words of a text in their order, and what stands between them. */
final class Tokens {

	private static final String ENDS = ".!?…:\n\"“”—–";

	private final String text;

	private final List<Word> words;

	Tokens(String text) {
		this.text = text;
		this.words = Word.of(text);
	}

	List<Word> words() {
		return this.words;
	}

	int size() {
		return this.words.size();
	}

	Word get(int at) {
		return this.words.get(at);
	}

	/** What stands before a word, after the one before it. */
	String between(int at) {
		return this.text.substring(get(at - 1).end(), get(at).start());
	}

	/** Whether it is what follows the apostrophe of O'Brien or D'Souza. */
	boolean isBehindApostrophe(int at) {
		return at > 0 && Set.of("o", "d").contains(get(at - 1).folded()) && between(at).length() == 1
				&& Form.APOSTROPHES.contains(between(at));
	}

	/** Whether there is but a full stop before a word. */
	boolean follows(int at) {
		return between(at).strip().equals(".") && between(at).length() <= 2;
	}

	/** The full stop of an initial ends no sentence. */
	boolean beginsSentence(int at) {
		if (at > 0 && get(at - 1).isInitial(this.text) && between(at).startsWith(".")) {
			return between(at).substring(1).chars().anyMatch((character) -> ENDS.indexOf(character) >= 0);
		}
		return at == 0 || between(at).chars().anyMatch((character) -> ENDS.indexOf(character) >= 0);
	}

	/** Whether the words around are in capitals, too. */
	boolean isAmongShouted(int at) {
		boolean before = at == 0 || get(at - 1).isShouted(this.text);
		boolean after = at + 1 == size() || get(at + 1).isShouted(this.text);
		return size() > 1 && before && after && get(at).isShouted(this.text);
	}

}
