package org.projectthrive.session.names;

/** Words of everyday English that are not also given names. */
public final class EverydayWords {

	private EverydayWords() {
	}

	/** Whether a word is one of them, in this form or another. */
	public static boolean contains(String word) {
		String folded = Word.folded(word);
		return WordLists.isEnglish(folded) && !WordLists.isGivenName(folded);
	}

}
