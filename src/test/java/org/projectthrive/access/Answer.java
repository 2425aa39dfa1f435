package org.projectthrive.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What came of an {@link Attempt}.
 *
 * @param changes rows inserted, updated or deleted
 * @param audited events written to the audit log
 */
record Answer(int status, @Nullable String location, Map<String, String> headers, String body, long changes,
		long audited) {

	private static final Set<String> GUARDS = Set.of("Content-Security-Policy", "X-Content-Type-Options",
			"Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy");

	/** Sent to the sign-in page, or told that one must sign in. */
	boolean asksToSignIn() {
		return this.status == 401 || (this.status == 302 && String.valueOf(this.location).endsWith("/login"));
	}

	boolean succeeds() {
		return (this.status >= 200 && this.status < 300) || (isRedirect() && !asksToSignIn());
	}

	/**
	 * Not refused for who asks or how: at most by a rule of the method or as an invalid
	 * form.
	 */
	boolean isPermitted() {
		return succeeds() || this.status == 409 || this.status == 422;
	}

	/** Whether it carries what tells a browser to keep it to itself. */
	boolean isGuarded() {
		return this.headers.keySet().containsAll(GUARDS)
				&& this.headers.getOrDefault("Cache-Control", "").contains("no-store");
	}

	private boolean isRedirect() {
		return this.status >= 300 && this.status < 400;
	}

	/** Body and headers without what differs from answer to answer. */
	String masked() {
		return (this.body + new TreeMap<>(this.headers))
			.replaceAll("(name=\"(?:csrf-token|_csrf)\" (?:content|value)=)\"[^\"]*\"", "$1")
			.replaceAll("THRIVE=[^;]*;", "")
			.replaceAll("(?<=/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "0")
			.replaceAll("(?<=/)\\d+", "0");
	}

	@Override
	public String toString() {
		return this.status + ((this.location != null) ? " to " + this.location : "");
	}

}
