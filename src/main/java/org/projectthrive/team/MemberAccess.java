package org.projectthrive.team;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.projectthrive.account.AccountService;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.study.StudyAccess;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers who may do what in a study: the project team knows. Asked at every request, so
 * a change counts at once.
 */
@Component
@Transactional(readOnly = true)
class MemberAccess implements StudyAccess {

	private final MemberRepository members;

	private final AccountService accounts;

	private final Clock clock;

	MemberAccess(MemberRepository members, AccountService accounts, Clock clock) {
		this.members = members;
		this.accounts = accounts;
		this.clock = clock;
	}

	@Override
	public Optional<Membership> find(Long studyId, Long personId) {
		return this.members.membership(studyId, personId).stream().map(MemberAccess::membership).findFirst();
	}

	@Override
	public List<Membership> of(Long personId) {
		return this.members.memberships(personId).stream().map(MemberAccess::membership).distinct().toList();
	}

	@Override
	@Transactional
	public void foundedBy(Study study, Long personId) {
		this.members.save(
				new Member(study.id(), this.accounts.get(personId), Set.of(Role.LEAD), Set.of(), this.clock.instant()));
	}

	private static Membership membership(Object[] row) {
		Study study = (Study) row[0];
		Member member = (Member) row[1];
		return new Membership(study, member.id(), (Long) row[2], member.roles());
	}

}
