package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Set;

/**
 * What the lead plans for a ballot.
 *
 * @param ideas the ids of ideas in scope, in the order of the options
 * @param electors the persons who may cast
 */
public record BallotPlan(String title, BallotRule rule, List<Long> ideas, Set<Long> electors) {
}
