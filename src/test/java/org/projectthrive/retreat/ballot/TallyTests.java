package org.projectthrive.retreat.ballot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.retreat.ballot.Tally.Line;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTests {

	private static final List<Long> ABCD = List.of(1L, 2L, 3L, 4L);

	@Test
	@DisplayName("V6 without a tie at the cut line the options with most approvals are chosen")
	void mostApprovalsAreChosen() {
		assertThat(outcomes(ABCD, List.of(Set.of(1L, 2L), Set.of(1L, 2L), Set.of(1L, 3L)), 2, TieRule.RUN_OFF))
			.containsExactly(Outcome.CHOSEN, Outcome.CHOSEN, Outcome.NOT_CHOSEN, Outcome.NOT_CHOSEN);
	}

	@Test
	@DisplayName("V6 a tie among winners is no tie at the cut line")
	void tieAboveTheLineIsHarmless() {
		assertThat(outcomes(ABCD, List.of(Set.of(1L, 2L), Set.of(1L, 2L)), 2, TieRule.RUN_OFF))
			.containsExactly(Outcome.CHOSEN, Outcome.CHOSEN, Outcome.NOT_CHOSEN, Outcome.NOT_CHOSEN);
	}

	@Test
	@DisplayName("V6 a tie at the cut line waits for a run-off, or is included whole, by the rule")
	void tieAtTheLineFollowsTheRule() {
		List<Set<Long>> ballots = List.of(Set.of(1L, 2L), Set.of(1L, 3L));

		assertThat(outcomes(ABCD, ballots, 2, TieRule.RUN_OFF)).containsExactly(Outcome.CHOSEN, Outcome.TIED,
				Outcome.TIED, Outcome.NOT_CHOSEN);
		assertThat(outcomes(ABCD, ballots, 2, TieRule.INCLUDE_ALL)).containsExactly(Outcome.CHOSEN, Outcome.CHOSEN,
				Outcome.CHOSEN, Outcome.NOT_CHOSEN);
	}

	@Test
	@DisplayName("V6 what nobody approves is never chosen, even when places remain")
	void noApprovalNoPlace() {
		assertThat(outcomes(ABCD, List.of(Set.of(4L)), 3, TieRule.INCLUDE_ALL)).containsExactly(Outcome.NOT_CHOSEN,
				Outcome.NOT_CHOSEN, Outcome.NOT_CHOSEN, Outcome.CHOSEN);
		assertThat(outcomes(ABCD, List.of(), 3, TieRule.RUN_OFF)).containsOnly(Outcome.NOT_CHOSEN);
	}

	@Test
	@DisplayName("V5 the tally of 300 random ballots, ties among them, equals an independent recount")
	void equalsAnIndependentRecount() {
		Random random = new Random(2024);
		int tied = 0;
		for (int round = 0; round < 300; round++) {
			List<Long> options = LongStream.rangeClosed(1, 2 + random.nextInt(11)).boxed().toList();
			List<Set<Long>> ballots = randomBallots(random, options);
			int winners = 1 + random.nextInt(6);
			TieRule rule = random.nextBoolean() ? TieRule.RUN_OFF : TieRule.INCLUDE_ALL;

			List<Line> lines = Tally.of(options, ballots, winners, rule).lines();

			assertThat(lines).as("round %d", round).isEqualTo(recount(options, ballots, winners, rule));
			tied += lines.stream().anyMatch((line) -> line.outcome() == Outcome.TIED) ? 1 : 0;
		}
		assertThat(tied).as("rounds with a tie at the cut line").isGreaterThan(20);
	}

	private static List<Outcome> outcomes(List<Long> options, List<Set<Long>> ballots, int winners, TieRule rule) {
		return Tally.of(options, ballots, winners, rule).lines().stream().map(Line::outcome).toList();
	}

	private static List<Set<Long>> randomBallots(Random random, List<Long> options) {
		return IntStream.range(0, random.nextInt(15)).mapToObj((ballot) -> {
			Set<Long> approved = new HashSet<>();
			IntStream.range(0, 1 + random.nextInt(5))
				.forEach((pick) -> approved.add(options.get(random.nextInt(options.size()))));
			return Set.copyOf(approved);
		}).toList();
	}

	/** By comparing each option with every other, not by sorting. */
	private static List<Line> recount(List<Long> options, List<Set<Long>> ballots, int winners, TieRule rule) {
		Map<Long, Integer> counts = new HashMap<>();
		for (Long option : options) {
			counts.put(option, 0);
			for (Set<Long> ballot : ballots) {
				if (ballot.contains(option)) {
					counts.merge(option, 1, Integer::sum);
				}
			}
		}
		List<Line> lines = new ArrayList<>();
		for (Long option : options) {
			int mine = counts.get(option);
			long better = counts.values().stream().filter((count) -> count > mine).count();
			long asGood = counts.values().stream().filter((count) -> count == mine).count();
			Outcome outcome = Outcome.NOT_CHOSEN;
			if (mine > 0 && better + asGood <= winners) {
				outcome = Outcome.CHOSEN;
			}
			else if (mine > 0 && better < winners) {
				outcome = (rule == TieRule.RUN_OFF) ? Outcome.TIED : Outcome.CHOSEN;
			}
			lines.add(new Line(option, mine, outcome));
		}
		return lines;
	}

}
