package org.projectthrive.review.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A domain as it is shown.
 *
 * @param questionKey the guide question that it comes from, null when it was added later
 * @param side where its points go in the contrast table, if anywhere
 */
public record DomainRow(Long id, @Nullable UUID questionKey, String name, @Nullable Side side, @Nullable String addedBy,
		@Nullable Instant addedAt) {

	public boolean isAddedLater() {
		return this.questionKey == null;
	}

	/** The judging word in its name, or null: a domain is a neutral noun. */
	public @Nullable String judgingWord() {
		Optional<String> word = JudgingWords.firstIn(this.name);
		return word.orElse(null);
	}

}
