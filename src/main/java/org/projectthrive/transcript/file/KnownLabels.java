package org.projectthrive.transcript.file;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Asks once for each label whether it names somebody who is known: the same few names
 * stand before thousands of turns. A file with more different labels than any talk has
 * names nobody in the rest of them.
 */
final class KnownLabels implements Predicate<String> {

	static final int MOST = 2_000;

	private final Predicate<String> known;

	private final Map<String, Boolean> answers = new HashMap<>();

	KnownLabels(Predicate<String> known) {
		this.known = known;
	}

	@Override
	public boolean test(String label) {
		Boolean answer = this.answers.get(label);
		if (answer == null) {
			answer = this.answers.size() < MOST && this.known.test(label);
			if (this.answers.size() < MOST) {
				this.answers.put(label, answer);
			}
		}
		return answer;
	}

}
