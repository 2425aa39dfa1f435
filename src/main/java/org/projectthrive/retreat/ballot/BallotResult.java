package org.projectthrive.retreat.ballot;

import java.util.List;

/**
 * A closed ballot, told.
 *
 * @param options most approvals first
 * @param verified whether a recount of the sealed ballots, made now, gives the frozen
 * tally and their digest
 * @param mayRunOff whether a run-off among the tied is still to come
 */
public record BallotResult(BallotRule rule, List<BallotOption> options, Turnout turnout, boolean verified,
		boolean mayRunOff) {

	public List<BallotOption> chosen() {
		return this.options.stream().filter(BallotOption::isChosen).toList();
	}

	public List<BallotOption> tied() {
		return this.options.stream().filter(BallotOption::isTied).toList();
	}

	public List<BallotOption> notChosen() {
		return this.options.stream().filter((option) -> !option.isChosen() && !option.isTied()).toList();
	}

	public int places() {
		return this.rule.winners() - chosen().size();
	}

	/** More were chosen than planned: a tie at the cut line, all of it included. */
	public boolean isExceeded() {
		return places() < 0;
	}

	/** Fewer than planned had any approval. */
	public boolean isShort() {
		return places() > 0 && tied().isEmpty();
	}

	/**
	 * The approvals with which the last of the winners, or the tied, stand at the cut
	 * line.
	 */
	public int approvalsAtLine() {
		List<BallotOption> last = tied().isEmpty() ? chosen() : tied();
		return last.isEmpty() ? 0 : last.get(last.size() - 1).approvalsOrZero();
	}

	public long atLine() {
		return this.options.stream()
			.filter((option) -> option.isChosen() && option.approvalsOrZero() == approvalsAtLine())
			.count();
	}

}
