package org.projectthrive.review.emerging;

import org.jspecify.annotations.Nullable;

/**
 * What an analyst decides about a theme under a question: {@code confirm},
 * {@code dismiss} or {@code withdraw}.
 */
record DecisionForm(@Nullable String decision, @Nullable ThemeGroup group) {

	boolean isConfirmed() {
		return "confirm".equals(this.decision);
	}

	boolean isWithdrawn() {
		return "withdraw".equals(this.decision);
	}

	ThemeGroup groupOrNone() {
		return (this.group != null) ? this.group : ThemeGroup.NONE;
	}

}
