package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.idea.EvidenceOfIdeas;
import org.projectthrive.team.TeamMember;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ballots until they are open. Whoever prepares or opens holds the retreat's row, so that
 * neither an idea nor another ballot moves meanwhile.
 */
@Service
@Transactional(readOnly = true)
public class BallotService {

	private static final Logger log = LoggerFactory.getLogger(BallotService.class);

	private final BallotRepository ballots;

	private final BallotOptions options;

	private final Electorate electorate;

	private final BallotBox box;

	private final EvidenceOfIdeas evidence;

	private final AuditLog audit;

	BallotService(BallotRepository ballots, BallotOptions options, Electorate electorate, BallotBox box,
			EvidenceOfIdeas evidence, AuditLog audit) {
		this.ballots = ballots;
		this.options = options;
		this.electorate = electorate;
		this.box = box;
		this.evidence = evidence;
		this.audit = audit;
	}

	Ballot get(Long studyId, Long ballotId) {
		return this.ballots.findByStudyIdAndId(studyId, ballotId).orElseThrow(() -> new NotFound("ballot " + ballotId));
	}

	List<BallotOption> options(Long studyId, Long ballotId) {
		return this.options.of(get(studyId, ballotId).id());
	}

	/** Those who can be electors. */
	List<TeamMember> leaders(Long studyId) {
		return this.electorate.leaders(studyId);
	}

	List<Long> electors(Long studyId, Long ballotId) {
		return this.electorate.of(get(studyId, ballotId).id());
	}

	/** What keeps a study from any ballot, if anything does. */
	Optional<RuleViolation> standstill(Long studyId) {
		return this.box.standstill(studyId);
	}

	/** Prepares a ballot and returns its id. */
	@Transactional
	public Long prepare(Long studyId, BallotPlan plan) {
		Long retreatId = this.box.lockRetreat(studyId);
		Ballot ballot = this.ballots.saveAndFlush(
				new Ballot(studyId, retreatId, this.ballots.nextNumber(retreatId), plan.title(), plan.rule()));
		fill(ballot, plan);
		this.audit.record(studyId, "ballot.prepared", ballot.id());
		return ballot.id();
	}

	@Transactional
	void change(Long studyId, Long ballotId, BallotPlan plan) {
		this.box.lockRetreatOf(studyId, ballotId);
		Ballot ballot = get(studyId, ballotId);
		ballot.change(plan.title(), plan.rule());
		fill(ballot, plan);
		this.audit.record(studyId, "ballot.changed", ballotId);
	}

	@Transactional
	void remove(Long studyId, Long ballotId) {
		this.box.lockRetreatOf(studyId, ballotId);
		Ballot ballot = get(studyId, ballotId);
		ballot.requireDraft();
		this.ballots.delete(ballot);
		this.audit.record(studyId, "ballot.removed", ballotId);
	}

	/** From here on rule, words, evidence and electors stand still. */
	@Transactional
	public void open(Long studyId, Long ballotId, Long personId) {
		this.box.lockRetreatOf(studyId, ballotId);
		Ballot ballot = get(studyId, ballotId);
		if (this.options.haveBeenMerged(ballotId)) {
			throw new RuleViolation("ballot.option.merged");
		}
		if (this.options.haveLeftScope(ballotId)) {
			throw new RuleViolation("ballot.option.outOfScope");
		}
		keepLeaders(ballot, this.electorate.of(ballotId));
		open(ballot, personId);
		this.options.freeze(ballotId, this.evidence.ofStudy(studyId));
	}

	/**
	 * Opens a second ballot among the options that a closed one left tied, and returns
	 * its id.
	 */
	@Transactional
	public Long openRunOff(Long studyId, Long ballotId, TieRule tieRule, Long personId) {
		this.box.lockRetreatOf(studyId, ballotId);
		Ballot first = get(studyId, ballotId);
		List<BallotOption> before = this.options.of(ballotId);
		if (before.stream().noneMatch(BallotOption::isTied) || this.ballots.runOffOf(ballotId).isPresent()) {
			throw new RuleViolation("ballot.runOff.needless");
		}
		List<Long> electors = this.electorate.of(ballotId);
		int places = first.rule().winners() - (int) before.stream().filter(BallotOption::isChosen).count();
		BallotRule rule = first.rule().forPlaces(places, electors.size(), tieRule);
		Ballot second = this.ballots.saveAndFlush(first.runOff(this.ballots.nextNumber(first.retreatId()), rule));
		this.options.copyTied(first, second);
		keepLeaders(second, electors);
		open(second, personId);
		return second.id();
	}

	private void open(Ballot ballot, Long personId) {
		if (this.ballots.isAnyOpen(ballot.retreatId())) {
			throw new RuleViolation("ballot.another.open");
		}
		ballot.open(this.options.of(ballot.id()).size(), this.electorate.of(ballot.id()).size(), personId,
				this.box.now());
		this.ballots.saveAndFlush(ballot);
		this.box.make(ballot.id());
		this.audit.record(ballot.studyId(), "ballot.opened", ballot.id());
		log.info("Ballot {} of study {} opened", ballot.id(), ballot.studyId());
	}

	private void fill(Ballot ballot, BallotPlan plan) {
		this.options.replace(ballot, plan.ideas());
		if (this.options.of(ballot.id()).size() < plan.ideas().size()) {
			throw new RuleViolation("ballot.option.outOfScope");
		}
		if (!leaderIds(ballot.studyId()).containsAll(plan.electors())) {
			throw new NotFound("elector");
		}
		this.electorate.replace(ballot, plan.electors());
	}

	/** Who has left the team, or leads no longer, does not vote. */
	private void keepLeaders(Ballot ballot, List<Long> electors) {
		Set<Long> leaders = leaderIds(ballot.studyId());
		this.electorate.replace(ballot, electors.stream().filter(leaders::contains).toList());
	}

	private Set<Long> leaderIds(Long studyId) {
		return leaders(studyId).stream().map(TeamMember::personId).collect(Collectors.toSet());
	}

}
