package org.projectthrive.support;

import java.util.Map;
import java.util.Objects;

import org.projectthrive.study.Role;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A study made for a test, and the people in it. */
public record TestStudy(Long id, Map<Role, TestPerson> people, Map<Role, Long> members) {

	/** Signs a request in as the member with the given role. */
	public RequestPostProcessor as(Role role) {
		return person(role).signedIn();
	}

	public TestPerson person(Role role) {
		return Objects.requireNonNull(this.people.get(role));
	}

	public Long memberId(Role role) {
		return Objects.requireNonNull(this.members.get(role));
	}

	/** An address in the study: {@code path("/team")}. */
	public String path(String path) {
		return "/studies/" + this.id + path;
	}

}
