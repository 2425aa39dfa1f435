package org.projectthrive.retreat.idea;

import org.jspecify.annotations.Nullable;

/**
 * An idea in a list.
 *
 * @param raisedBy the name of the leader whose idea it is, or null when it comes from
 * what was heard
 */
public record IdeaRow(Long id, String title, String text, Origin origin, @Nullable Scope scope, String addressee,
		@Nullable String raisedBy, Disposition disposition) {

	/** Those who vote can decide on it. */
	public boolean isInScope() {
		return this.disposition != Disposition.NOT_GATED && this.disposition != Disposition.ESCALATED;
	}

	/** Once chosen, an idea stays as it was voted on. */
	public boolean isChosen() {
		return this.disposition == Disposition.CHOSEN;
	}

}
