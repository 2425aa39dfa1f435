package org.projectthrive.initiative;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.initiative.Initiative.Commitment;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ChosenIdeas;
import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;
import org.projectthrive.study.Membership;
import org.projectthrive.team.TeamMember;
import org.projectthrive.team.TeamService;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns winners into initiatives and keeps track of their reviews. */
@Service
@Transactional(readOnly = true)
class InitiativeService {

	private static final Logger log = LoggerFactory.getLogger(InitiativeService.class);

	private final InitiativeRepository initiatives;

	private final ChosenIdeas chosen;

	private final TeamService team;

	private final AuditLog audit;

	private final Clock clock;

	InitiativeService(InitiativeRepository initiatives, ChosenIdeas chosen, TeamService team, AuditLog audit,
			Clock clock) {
		this.initiatives = initiatives;
		this.chosen = chosen;
		this.team = team;
		this.audit = audit;
		this.clock = clock;
	}

	List<Initiative> ofStudy(Long studyId) {
		return this.initiatives.ofStudy(studyId);
	}

	Initiative get(Long studyId, Long id) {
		return this.initiatives.whole(studyId, id).orElseThrow(() -> new NotFound("initiative " + id));
	}

	/** Winners that nobody has promised to start yet. */
	List<ChosenIdea> withoutOwner(Long studyId) {
		Set<Long> begun = ofStudy(studyId).stream().map(Initiative::ideaId).collect(Collectors.toSet());
		return this.chosen.ofStudy(studyId).stream().filter((idea) -> !begun.contains(idea.ideaId())).toList();
	}

	ChosenIdea winner(Long studyId, Long ideaId) {
		return this.chosen.ofStudy(studyId)
			.stream()
			.filter((idea) -> idea.ideaId().equals(ideaId))
			.findFirst()
			.orElseThrow(() -> new NotFound("winner " + ideaId));
	}

	/** The members' names by id: whoever may own an initiative. */
	Map<Long, String> owners(Long studyId) {
		return this.team.members(studyId)
			.stream()
			.collect(Collectors.toMap(TeamMember::memberId, TeamMember::name, (one, other) -> one, LinkedHashMap::new));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** Makes a winner an initiative of one owner. */
	@Transactional
	Initiative begin(Long studyId, Long ideaId, Commitment commitment, Long personId) {
		winner(studyId, ideaId);
		requireMember(studyId, commitment.ownerId());
		Initiative initiative = save(
				new Initiative(studyId, ideaId, commitment, today(), personId, this.clock.instant()));
		this.audit.record(studyId, "initiative.begun", initiative.id());
		log.info("Initiative {} of study {} begun", initiative.id(), studyId);
		return initiative;
	}

	@Transactional
	void change(Long studyId, Long id, Commitment commitment) {
		requireMember(studyId, commitment.ownerId());
		get(studyId, id).commit(commitment);
		this.audit.record(studyId, "initiative.changed", id);
	}

	/** Records how an initiative stands; its owner does, or the lead. */
	@Transactional
	void review(Long studyId, Long id, Long reviewId, ReviewForm review, Membership member) {
		Initiative initiative = get(studyId, id);
		if (!member.isLead() && !initiative.ownerId().equals(member.memberId())) {
			throw new AccessDeniedException("not the owner");
		}
		initiative.review(reviewId, review.statusOrFail(), review.remarkOrEmpty(), this.clock.instant());
		this.audit.record(studyId, "initiative.reviewed", id);
	}

	private Initiative save(Initiative initiative) {
		try {
			return this.initiatives.saveAndFlush(initiative);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("initiative.once");
		}
	}

	private void requireMember(Long studyId, Long memberId) {
		if (!owners(studyId).containsKey(memberId)) {
			throw new RuleViolation("initiative.owner.unknown");
		}
	}

}
