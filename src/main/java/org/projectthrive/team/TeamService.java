package org.projectthrive.team;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.account.AccountService;
import org.projectthrive.account.Person;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.platform.mail.Outbox;
import org.projectthrive.study.Role;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The project team: who joins, who leaves, and what stands behind the study. */
@Service
@Transactional(readOnly = true)
public class TeamService {

	private static final Logger log = LoggerFactory.getLogger(TeamService.class);

	private final MemberRepository members;

	private final CharterRepository charters;

	private final AccountService accounts;

	private final Outbox outbox;

	private final AuditLog audit;

	private final Clock clock;

	TeamService(MemberRepository members, CharterRepository charters, AccountService accounts, Outbox outbox,
			AuditLog audit, Clock clock) {
		this.members = members;
		this.charters = charters;
		this.accounts = accounts;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	/** The members of the team, for others to choose from. */
	public List<TeamMember> members(Long studyId) {
		return present(studyId).stream().map(TeamMember::of).toList();
	}

	List<Member> present(Long studyId) {
		return this.members.present(studyId);
	}

	Member get(Long studyId, Long memberId) {
		return this.members.present(studyId, memberId).orElseThrow(() -> new NotFound("member " + memberId));
	}

	Charter charter(Long studyId) {
		return this.charters.findById(studyId).orElseGet(() -> new Charter(studyId));
	}

	/**
	 * Adds somebody to the team.
	 * @param joinAddress where one-time links lead, the token to be appended
	 * @return the one-time link, when the person has not joined Thrive yet
	 */
	@Transactional
	Optional<String> add(Long studyId, NewMember added, String joinAddress) {
		this.members.lockStudy(studyId);
		Person person = this.accounts.invited(added.email(), added.name());
		Member member = this.members.ofPerson(studyId, person.id()).map((former) -> {
			former.returnToTeam(added.roles(), added.expertise());
			return former;
		}).orElseGet(() -> new Member(studyId, person, added.roles(), added.expertise(), this.clock.instant()));
		this.members.saveAndFlush(member);
		this.audit.record(studyId, "member.added", member.id());
		log.info("Member {} added to study {}", member.id(), studyId);
		return invite(member, joinAddress);
	}

	/**
	 * A fresh one-time link for a member who has not joined yet; the earlier one ends.
	 */
	@Transactional
	Optional<String> inviteAgain(Long studyId, Long memberId, String joinAddress) {
		Member member = get(studyId, memberId);
		Optional<String> link = invite(member, joinAddress);
		if (link.isEmpty()) {
			throw new RuleViolation("team.invite.elsewhere");
		}
		this.audit.record(studyId, "member.invited.again", memberId);
		return link;
	}

	@Transactional
	void change(Long studyId, Long memberId, ProfileForm form) {
		this.members.lockStudy(studyId);
		Member member = get(studyId, memberId);
		if (member.version() != form.knownVersion()) {
			throw new OptimisticLockingFailureException("member " + memberId);
		}
		if (!form.rolesOrNone().contains(Role.LEAD)) {
			requireAnotherLead(member);
		}
		member.serveAs(form.rolesOrNone(), form.expertiseOrNone());
		member.describe(form.profile());
		this.audit.record(studyId, "member.changed", memberId);
	}

	@Transactional
	void remove(Long studyId, Long memberId) {
		this.members.lockStudy(studyId);
		Member member = get(studyId, memberId);
		requireAnotherLead(member);
		member.remove(this.clock.instant());
		this.audit.record(studyId, "member.removed", memberId);
		log.info("Member {} removed from study {}", memberId, studyId);
	}

	@Transactional
	void charter(Long studyId, CharterForm form) {
		Charter charter = charter(studyId);
		if (!Objects.equals(charter.version(), form.version())) {
			throw new OptimisticLockingFailureException("charter of study " + studyId);
		}
		charter.sponsoredBy(form.sponsorName(), form.sponsorTitle());
		charter.wellnessLedBy(form.wellnessLeaderName(), form.wellnessLeaderTitle());
		charter.promise(form.promise(), form.promisedBy());
		save(charter);
		this.audit.record(studyId, "charter.changed", studyId);
	}

	/** Two who begin it at the same moment: the first row is there already. */
	private void save(Charter charter) {
		try {
			this.charters.saveAndFlush(charter);
		}
		catch (DataIntegrityViolationException ex) {
			throw new OptimisticLockingFailureException("charter of study " + charter.studyId(), ex);
		}
	}

	private void requireAnotherLead(Member member) {
		boolean another = present(member.studyId()).stream()
			.anyMatch((other) -> !other.id().equals(member.id()) && other.roles().contains(Role.LEAD));
		if (member.roles().contains(Role.LEAD) && !another) {
			throw new RuleViolation("team.lead.last");
		}
	}

	/**
	 * A link is made only when no other study has invited the person: with it a lead of
	 * one study could join in the person's stead and read another. The earlier link goes
	 * on working, and opens both studies.
	 */
	private Optional<String> invite(Member member, String joinAddress) {
		Person person = this.accounts.lock(member.person().id());
		if (person.hasJoined() || isInvitedElsewhere(member)) {
			return Optional.empty();
		}
		String link = joinAddress + this.accounts.joinToken(person.id());
		this.outbox.addAnother(member.studyId(), "member:" + member.id(), person.email(), "join",
				"An invitation to Thrive",
				"You are invited to a project team on Thrive.\n\nChoose a password here, within 14 days:\n" + link
						+ "\n");
		return Optional.of(link);
	}

	private boolean isInvitedElsewhere(Member member) {
		return this.members.isElsewhere(member.person().id(), member.studyId());
	}

	/** Who is to be added, and as what. */
	record NewMember(String email, String name, Set<Role> roles, Set<Expertise> expertise) {
	}

}
