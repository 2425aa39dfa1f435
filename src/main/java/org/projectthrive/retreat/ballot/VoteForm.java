package org.projectthrive.retreat.ballot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an elector ticks.
 *
 * @param seed brings the options into the same random order as before; it lives in the
 * page and is never stored
 */
record VoteForm(@Nullable Set<Long> approved, @Nullable Long seed) {

	static VoteForm blank() {
		return new VoteForm(Set.of(), new Random().nextLong());
	}

	Set<Long> approvedOrNone() {
		return (this.approved != null) ? this.approved : Set.of();
	}

	List<BallotOption> inOrder(List<BallotOption> options) {
		List<BallotOption> order = new ArrayList<>(options);
		Collections.shuffle(order, new Random((this.seed != null) ? this.seed : 0));
		return order;
	}

}
