package org.projectthrive.account;

import java.io.Serializable;
import java.security.Principal;

/**
 * The person who is signed in, as kept in the session: no more than this. The principal's
 * name is the id, so that no address reaches the session table or a log.
 */
public record SignedIn(Long id, String displayName, boolean administrator) implements Principal, Serializable {

	@Override
	public String getName() {
		return this.id.toString();
	}

}
