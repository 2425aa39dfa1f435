package org.projectthrive.initiative;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
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

	private final ReviewCalendar calendar;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	InitiativeService(InitiativeRepository initiatives, ChosenIdeas chosen, TeamService team, ReviewCalendar calendar,
			JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.initiatives = initiatives;
		this.chosen = chosen;
		this.team = team;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	List<Initiative> ofStudy(Long studyId) {
		return this.initiatives.ofStudy(studyId);
	}

	Initiative get(Long studyId, Long id) {
		return this.initiatives.whole(studyId, id).orElseThrow(() -> new NotFound("initiative " + id));
	}

	/** Winners that nobody in the team has promised to start. */
	List<ChosenIdea> withoutOwner(Long studyId) {
		return this.chosen.withoutOwner(studyId);
	}

	ChosenIdea winner(Long studyId, Long ideaId) {
		return this.chosen.get(studyId, ideaId);
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

	/** Makes a winner an initiative of one owner, and puts its reviews into calendars. */
	@Transactional
	Initiative begin(Long studyId, Long ideaId, Commitment commitment, Long personId) {
		Initiative initiative = promise(studyId, ideaId, commitment, personId);
		this.calendar.update(initiative);
		return initiative;
	}

	/** The same without a word to anybody. */
	@Transactional
	Initiative promise(Long studyId, Long ideaId, Commitment commitment, Long personId) {
		winner(studyId, ideaId);
		requireMember(studyId, commitment.ownerId());
		Initiative initiative = save(
				new Initiative(studyId, ideaId, commitment, today(), personId, this.clock.instant()));
		this.audit.record(studyId, "initiative.begun", initiative.id());
		log.info("Initiative {} of study {} begun", initiative.id(), studyId);
		return initiative;
	}

	@Transactional
	void change(Long studyId, Long id, Commitment commitment, int knownVersion) {
		Initiative initiative = locked(studyId, id);
		if (initiative.version() != knownVersion) {
			throw new OptimisticLockingFailureException("initiative " + id);
		}
		if (!commitment.ownerId().equals(initiative.ownerId())) {
			requireMember(studyId, commitment.ownerId());
		}
		initiative.commit(commitment);
		this.calendar.update(initiative);
		this.audit.record(studyId, "initiative.changed", id);
	}

	/** Records how an initiative stands; its owner does, or the lead. */
	@Transactional
	void review(Long studyId, Long id, Long reviewId, ReviewForm review, Membership member) {
		Initiative initiative = locked(studyId, id);
		requireOwner(initiative, member);
		initiative.review(reviewId, review.statusOrFail(), review.remarkOrEmpty(), this.clock.instant());
		this.calendar.update(initiative);
		this.audit.record(studyId, "initiative.reviewed", id);
	}

	/** Moves a review to another day, in the calendars, too. */
	@Transactional
	void move(Long studyId, Long id, Long reviewId, LocalDate day, Membership member) {
		Initiative initiative = locked(studyId, id);
		requireOwner(initiative, member);
		initiative.move(reviewId, day, today());
		this.calendar.update(initiative);
		this.audit.record(studyId, "initiative.review.moved", id);
	}

	@Transactional
	void withdraw(Long studyId, Long id, String reason) {
		Initiative initiative = locked(studyId, id);
		initiative.withdraw(reason, this.clock.instant());
		this.calendar.update(initiative);
		this.audit.record(studyId, "initiative.withdrawn", id, reason.strip());
	}

	@Transactional
	void resume(Long studyId, Long id) {
		Initiative initiative = locked(studyId, id);
		initiative.resume();
		this.calendar.update(initiative);
		this.audit.record(studyId, "initiative.resumed", id);
	}

	/**
	 * Nothing is read before the lock is held: what calendars are told depends on the
	 * reviews, too.
	 */
	private Initiative locked(Long studyId, Long id) {
		this.jdbc.sql("select id from initiative where study_id = ? and id = ? for update")
			.params(studyId, id)
			.query(Long.class)
			.list();
		return get(studyId, id);
	}

	static void requireOwner(Initiative initiative, Membership member) {
		if (!member.isLead() && !initiative.ownerId().equals(member.memberId())) {
			throw new AccessDeniedException("not the owner");
		}
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
