package org.projectthrive.account;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * Somebody who works with Thrive. Invited without a password, a person joins by choosing
 * one; never a participant of a focus group as such.
 */
@Entity
public class Person {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String email;

	private String name;

	private @Nullable String passwordHash;

	private boolean administrator;

	private @Nullable Instant disabledAt;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Person() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Person(String email, String name, Instant at) {
		this.email = normalised(email);
		this.name = name.strip();
		this.createdAt = at;
	}

	/**
	 * An address as it is stored and compared: without blanks around it, in lower case.
	 */
	static String normalised(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	public Long id() {
		return this.id;
	}

	public String email() {
		return this.email;
	}

	public String name() {
		return this.name;
	}

	/** Has chosen a password. */
	public boolean hasJoined() {
		return this.passwordHash != null;
	}

	public boolean isAdministrator() {
		return this.administrator;
	}

	public boolean isDisabled() {
		return this.disabledAt != null;
	}

	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	void join(String hash) {
		if (hasJoined()) {
			throw new RuleViolation("account.joined.already");
		}
		this.passwordHash = hash;
	}

	void changePassword(String hash) {
		this.passwordHash = hash;
	}

	void makeAdministrator() {
		this.administrator = true;
	}

	void disable(Instant at) {
		this.disabledAt = at;
	}

	void enable() {
		this.disabledAt = null;
	}

}
