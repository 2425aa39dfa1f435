package org.projectthrive.retreat.ballot;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An idea on a ballot, with the words and the evidence that it had when the ballot
 * opened.
 *
 * @param raisedIn the number of sessions in which its themes came up, of
 * {@code ofSessions}
 * @param approvals null until the ballot is closed and counted
 */
public record BallotOption(Long id, Long ideaId, int position, String wording, String details, List<String> themes,
		List<String> findings, int raisedIn, int ofSessions, @Nullable Integer approvals, @Nullable Outcome outcome) {

	public boolean isChosen() {
		return this.outcome == Outcome.CHOSEN;
	}

	public boolean isTied() {
		return this.outcome == Outcome.TIED;
	}

	public boolean hasEvidence() {
		return !this.themes.isEmpty() || !this.findings.isEmpty();
	}

	int approvalsOrZero() {
		return (this.approvals != null) ? this.approvals : 0;
	}

}
