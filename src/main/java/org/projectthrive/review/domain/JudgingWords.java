package org.projectthrive.review.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds words in a domain's name that already say what was found: "In-basket", not
 * "In-basket burden".
 */
final class JudgingWords {

	private static final Set<String> WORDS = Set.of("bad", "barrier", "barriers", "better", "broken", "burden",
			"burdens", "deficit", "excellent", "excessive", "failure", "good", "great", "inadequate", "insufficient",
			"lack", "lacking", "missing", "negative", "overload", "pain", "poor", "positive", "problem", "problems",
			"shortage", "strong", "toxic", "unfair", "waste", "weak", "worse");

	private JudgingWords() {
	}

	static Optional<String> firstIn(String name) {
		return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(WORDS::contains).findFirst();
	}

}
