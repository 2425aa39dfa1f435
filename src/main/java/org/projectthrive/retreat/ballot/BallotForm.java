package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

record BallotForm(@NotBlank @Size(max = 200) @Nullable String title, @Nullable Set<Long> ideas,
		@NotNull @Min(1) @Max(20) @Nullable Integer mostApprovals, @NotNull @Min(1) @Max(20) @Nullable Integer winners,
		@NotNull @Min(BallotRule.LEAST_QUORUM) @Max(1000) @Nullable Integer quorum, @NotNull @Nullable TieRule tieRule,
		@Nullable Set<Long> electors) {

	private static final int FIVE = 5;

	/**
	 * Five of all ideas in scope, or fewer so that there is something to choose, by all
	 * leaders, if more than half of them vote.
	 */
	static BallotForm suggested(Set<Long> ideas, Set<Long> leaders) {
		int quorum = Math.max(BallotRule.LEAST_QUORUM, leaders.size() / 2 + 1);
		int few = (ideas.size() > 1) ? Math.min(FIVE, ideas.size() - 1) : FIVE;
		return new BallotForm(null, ideas, few, few, quorum, TieRule.RUN_OFF, leaders);
	}

	static BallotForm of(Ballot ballot, List<BallotOption> options, List<Long> electors) {
		BallotRule rule = ballot.rule();
		return new BallotForm(ballot.title(), options.stream().map(BallotOption::ideaId).collect(Collectors.toSet()),
				rule.mostApprovals(), rule.winners(), rule.quorum(), rule.tieRule(), Set.copyOf(electors));
	}

	/**
	 * Too many for those who are chosen, if any are: the ballot could never be counted.
	 */
	void check(Errors errors) {
		if (this.quorum != null && this.electors != null && !this.electors.isEmpty()
				&& this.quorum > this.electors.size() && !errors.hasFieldErrors("quorum")) {
			errors.rejectValue("quorum", "ballot.quorum.beyond", new Object[] { this.quorum, this.electors.size() },
					null);
		}
	}

	BallotPlan plan() {
		return new BallotPlan(String.valueOf(this.title),
				new BallotRule(or(this.mostApprovals, FIVE), or(this.winners, FIVE),
						or(this.quorum, BallotRule.LEAST_QUORUM),
						(this.tieRule != null) ? this.tieRule : TieRule.RUN_OFF),
				(this.ideas != null) ? List.copyOf(this.ideas) : List.of(),
				(this.electors != null) ? this.electors : Set.of());
	}

	private static int or(@Nullable Integer value, int otherwise) {
		return (value != null) ? value : otherwise;
	}

}
