package org.projectthrive.retreat.ballot;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A ballot in a list, as one person sees it.
 *
 * @param counted false also for a ballot that closed below its quorum
 * @param mine whether that person is an elector
 * @param done whether that person has cast
 */
public record BallotRow(Long id, String title, BallotStage stage, boolean runOff, boolean counted,
		@Nullable Instant openedAt, @Nullable Instant closedAt, int cast, int electors, int quorum, boolean mine,
		boolean done) {

	public boolean isOpen() {
		return this.stage == BallotStage.OPEN;
	}

	public boolean isDraft() {
		return this.stage == BallotStage.DRAFT;
	}

	public boolean isClosed() {
		return this.stage == BallotStage.CLOSED;
	}

}
