package org.projectthrive.support;

import org.projectthrive.account.SignedIn;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody with an account. */
public record TestPerson(Long id, String displayName, boolean administrator) {

	/** Signs a MockMvc request in as this person. */
	public RequestPostProcessor signedIn() {
		return SecurityMockMvcRequestPostProcessors.authentication(authentication());
	}

	/** For calling a service as this person. */
	public UsernamePasswordAuthenticationToken authentication() {
		return UsernamePasswordAuthenticationToken
			.authenticated(new SignedIn(this.id, this.displayName, this.administrator), null, this.administrator
					? AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR") : AuthorityUtils.NO_AUTHORITIES);
	}

}
