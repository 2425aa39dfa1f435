package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Objects;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.retreat.ballot.BallotBox.Sealed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closed ballots: their results, and the files with which anybody can recount them. */
@Service
@Transactional(readOnly = true)
class Results {

	private final BallotRepository ballots;

	private final BallotOptions options;

	private final Electorate electorate;

	private final BallotBox box;

	Results(BallotRepository ballots, BallotOptions options, Electorate electorate, BallotBox box) {
		this.ballots = ballots;
		this.options = options;
		this.electorate = electorate;
		this.box = box;
	}

	BallotResult of(Ballot ballot) {
		List<BallotOption> ranked = this.options.ranked(ballot.id());
		boolean mayRunOff = ranked.stream().anyMatch(BallotOption::isTied)
				&& this.ballots.runOffOf(ballot.id()).isEmpty();
		return new BallotResult(ballot.rule(), ranked, this.electorate.turnout(ballot.id()), isVerified(ballot),
				mayRunOff);
	}

	/** The anonymous ballots of a counted ballot as CSV. */
	String ballots(Long studyId, Long ballotId) {
		return AuditPack.ballots(this.options.of(counted(studyId, ballotId).id()), this.box.sealed(ballotId));
	}

	/** The tally of a counted ballot as CSV. */
	String tally(Long studyId, Long ballotId) {
		return AuditPack.tally(counted(studyId, ballotId), this.options.ranked(ballotId),
				this.electorate.turnout(ballotId));
	}

	private Ballot counted(Long studyId, Long ballotId) {
		return this.ballots.findByStudyIdAndId(studyId, ballotId)
			.filter(Ballot::isCounted)
			.orElseThrow(() -> new NotFound("ballot " + ballotId));
	}

	private boolean isVerified(Ballot ballot) {
		List<BallotOption> all = this.options.of(ballot.id());
		List<Sealed> sealed = this.box.sealed(ballot.id());
		Tally again = PollingStation.tally(ballot, all, sealed);
		List<Tally.Line> frozen = all.stream()
			.map((option) -> new Tally.Line(option.id(), option.approvalsOrZero(),
					Objects.requireNonNullElse(option.outcome(), Outcome.NOT_CHOSEN)))
			.toList();
		return again.lines().equals(frozen)
				&& Objects.equals(ballot.digest(), AuditPack.digest(AuditPack.ballots(all, sealed)));
	}

}
