package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ballot.BallotBox.Frozen;
import org.projectthrive.retreat.ballot.BallotBox.Sealed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where ballots are cast and counted. Casting writes no audit event and no log line:
 * either would tell who came when.
 */
@Service
@Transactional(readOnly = true)
public class PollingStation {

	private static final Logger log = LoggerFactory.getLogger(PollingStation.class);

	private final BallotRepository ballots;

	private final BallotOptions options;

	private final Electorate electorate;

	private final BallotBox box;

	private final AuditLog audit;

	PollingStation(BallotRepository ballots, BallotOptions options, Electorate electorate, BallotBox box,
			AuditLog audit) {
		this.ballots = ballots;
		this.options = options;
		this.electorate = electorate;
		this.box = box;
		this.audit = audit;
	}

	/**
	 * Casts a ballot. A second one by the same elector, as by a double click, is no error
	 * and changes nothing.
	 */
	@Transactional
	public void cast(Long studyId, Long ballotId, Long personId, Set<Long> approved) {
		Frozen ballot = this.box.lockToCast(studyId, ballotId).orElseThrow(() -> new NotFound("ballot " + ballotId));
		boolean repeated = this.box.lockElector(ballotId, personId).orElseThrow(() -> new NotFound("elector"));
		if (repeated) {
			return;
		}
		if (ballot.stage() != BallotStage.OPEN) {
			throw new RuleViolation((ballot.stage() == BallotStage.DRAFT) ? "ballot.notOpen" : "ballot.closed");
		}
		requireValid(ballotId, approved, ballot.mostApprovals());
		this.box.cast(ballotId, personId, approved);
	}

	/**
	 * Closes a ballot: seals what was cast and freezes the tally, or, below the quorum,
	 * destroys it uncounted.
	 */
	@Transactional
	public void close(Long studyId, Long ballotId, Long personId) {
		this.box.lockToClose(studyId, ballotId);
		Ballot ballot = this.ballots.findByStudyIdAndId(studyId, ballotId)
			.orElseThrow(() -> new NotFound("ballot " + ballotId));
		ballot.requireOpen();
		Turnout turnout = this.electorate.turnout(ballotId);
		if (turnout.reaches(ballot.rule().quorum())) {
			count(ballot, turnout, personId);
		}
		else {
			ballot.giveUp(personId, this.box.now());
		}
		this.ballots.saveAndFlush(ballot);
		this.box.destroy(ballotId);
		this.electorate.shuffle(ballotId);
		this.audit.record(studyId, "ballot.closed", ballotId);
		log.info("Ballot {} of study {} closed", ballotId, studyId);
	}

	private void count(Ballot ballot, Turnout turnout, Long personId) {
		List<Sealed> sealed = this.box.seal(ballot.studyId(), ballot.id());
		if (sealed.size() != turnout.cast()) {
			throw new IllegalStateException(
					"Ballot " + ballot.id() + " has " + sealed.size() + " ballots of " + turnout.cast() + " electors");
		}
		List<BallotOption> all = this.options.of(ballot.id());
		this.options.freeze(ballot.id(), tally(ballot, all, sealed));
		ballot.close(AuditPack.digest(AuditPack.ballots(all, sealed)), personId, this.box.now());
	}

	private void requireValid(Long ballotId, Set<Long> approved, int most) {
		Set<Long> known = this.options.of(ballotId).stream().map(BallotOption::id).collect(Collectors.toSet());
		if (approved.isEmpty() || !known.containsAll(approved)) {
			throw new RuleViolation("ballot.choice.unknown");
		}
		if (approved.size() > most) {
			throw new RuleViolation("ballot.choice.many", most);
		}
	}

	static Tally tally(Ballot ballot, List<BallotOption> options, List<Sealed> sealed) {
		return Tally.of(options.stream().map(BallotOption::id).toList(),
				sealed.stream().map(Sealed::optionIds).toList(), ballot.rule().winners(), ballot.rule().tieRule());
	}

}
