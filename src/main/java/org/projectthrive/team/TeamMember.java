package org.projectthrive.team;

import java.util.Set;

import org.projectthrive.study.Role;

/** A member of the project team as other modules know one. */
public record TeamMember(Long memberId, Long personId, String name, Set<Role> roles) {

	static TeamMember of(Member member) {
		return new TeamMember(member.id(), member.person().id(), member.person().name(), member.roles());
	}

}
