package org.projectthrive.retreat.idea;

import org.jspecify.annotations.Nullable;

/**
 * An idea in a list.
 *
 * @param raisedBy the name of the leader whose idea it is, or null when it comes from
 * what was heard
 * @param mergedInto the idea that stands for it, or null
 * @param voted whether it was on a ballot that has been opened
 */
public record IdeaRow(Long id, String title, String text, Origin origin, @Nullable Scope scope, String addressee,
		@Nullable String raisedBy, @Nullable Long mergedInto, boolean voted, Disposition disposition) {

	/** Those who vote can decide on it. */
	public boolean isInScope() {
		return this.disposition != Disposition.NOT_GATED && this.disposition != Disposition.ESCALATED
				&& this.disposition != Disposition.MERGED;
	}

	/** What was voted on stays what it was. */
	public boolean isMergeable() {
		return this.mergedInto == null && !this.voted;
	}

	/** Once chosen, an idea stays as it was voted on. */
	public boolean isChosen() {
		return this.disposition == Disposition.CHOSEN;
	}

}
