package org.projectthrive.study;

import java.util.Set;

/** What somebody is in a study: the answer of {@link StudyAccess}. */
public record Membership(Study study, Long memberId, Long personId, Set<Role> roles) {

	public Membership {
		roles = Set.copyOf(roles);
	}

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	public boolean isAnyOf(Iterable<Role> some) {
		for (Role role : some) {
			if (is(role)) {
				return true;
			}
		}
		return false;
	}

	public boolean isLead() {
		return is(Role.LEAD);
	}

	public boolean isFacilitator() {
		return is(Role.FACILITATOR);
	}

	public boolean isAnalyst() {
		return is(Role.ANALYST);
	}

	public boolean isLeader() {
		return is(Role.LEADER);
	}

}
