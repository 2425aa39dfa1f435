package org.projectthrive.retreat.ballot;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The count of the sealed ballots, and the cut line drawn through it. What nobody
 * approves is never chosen, and a tie at the cut line is settled by the rule that was
 * told beforehand.
 */
record Tally(List<Line> lines) {

	static Tally of(Collection<Long> optionIds, Collection<? extends Collection<Long>> ballots, int winners,
			TieRule rule) {
		Map<Long, Long> approvals = ballots.stream()
			.flatMap(Collection::stream)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		List<Integer> counts = optionIds.stream().map((id) -> approvals.getOrDefault(id, 0L).intValue()).toList();
		CutLine cut = CutLine.through(counts, winners, rule);
		return new Tally(optionIds.stream().map((id) -> {
			int count = approvals.getOrDefault(id, 0L).intValue();
			return new Line(id, count, cut.outcome(count));
		}).toList());
	}

	/** An option with its approvals. */
	record Line(Long optionId, int approvals, Outcome outcome) {
	}

	/**
	 * Where the winners end.
	 *
	 * @param least the fewest approvals that still count for a place; at least one
	 * @param atLine what happens to options with just that many
	 */
	private record CutLine(int least, Outcome atLine) {

		static CutLine through(List<Integer> counts, int winners, TieRule rule) {
			List<Integer> approved = counts.stream()
				.filter((count) -> count > 0)
				.sorted(Comparator.reverseOrder())
				.toList();
			if (approved.size() <= winners) {
				return new CutLine(1, Outcome.CHOSEN);
			}
			int least = approved.get(winners - 1);
			boolean tie = approved.get(winners) == least;
			return new CutLine(least, (tie && rule == TieRule.RUN_OFF) ? Outcome.TIED : Outcome.CHOSEN);
		}

		Outcome outcome(int count) {
			if (count < this.least) {
				return Outcome.NOT_CHOSEN;
			}
			return (count == this.least) ? this.atLine : Outcome.CHOSEN;
		}

	}

}
