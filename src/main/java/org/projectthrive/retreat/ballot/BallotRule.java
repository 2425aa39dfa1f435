package org.projectthrive.retreat.ballot;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How a ballot is cast and counted.
 *
 * @param mostApprovals how many options an elector may approve
 * @param winners how many options are chosen
 * @param quorum how many electors must cast for the ballot to be counted
 */
@Embeddable
public record BallotRule(int mostApprovals, int winners, int quorum, @Enumerated(EnumType.STRING) TieRule tieRule) {

	/** With fewer, each of those who cast could tell how the other did. */
	static final int LEAST_QUORUM = 2;

	/**
	 * For a run-off: the places that remain are what is chosen and what may be approved.
	 */
	BallotRule forPlaces(int places, int electors, TieRule rule) {
		return new BallotRule(places, places, Math.min(this.quorum, electors), rule);
	}

}
