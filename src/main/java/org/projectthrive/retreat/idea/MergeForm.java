package org.projectthrive.retreat.idea;

import java.util.Set;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Ideas that say the same, and the one of them that stays.
 */
record MergeForm(@Nullable Set<Long> ideas, @NotNull @Nullable Long staying) {

	private static final int FEWEST = 2;

	Set<Long> ideasOrNone() {
		return (this.ideas != null) ? this.ideas : Set.of();
	}

	boolean hasFew() {
		return ideasOrNone().size() < FEWEST;
	}

}
