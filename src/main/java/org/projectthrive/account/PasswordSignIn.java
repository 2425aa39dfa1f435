package org.projectthrive.account;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs a person in by e-mail address and password. Every failure looks and takes the
 * same, whether the address is unknown, disabled, has not joined yet, or is throttled.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

	static final int LONGEST_PASSWORD = 200;

	/** Hashing takes 19 MiB and a core: no more at a time than there are cores. */
	private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

	private final PersonRepository people;

	private final PasswordEncoder passwords;

	private final SignInThrottle throttle;

	private final String nobodysHash;

	PasswordSignIn(PersonRepository people, PasswordEncoder passwords, SignInThrottle throttle) {
		this.people = people;
		this.passwords = passwords;
		this.throttle = throttle;
		this.nobodysHash = String.valueOf(passwords.encode("nobody"));
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String email = Person.normalised(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		boolean allowed = this.throttle.allows(email);
		Optional<Person> person = this.people.findByEmail(email).filter((found) -> !found.isDisabled());
		boolean matches = matches(password, person);
		if (!allowed || !matches) {
			throw new BadCredentialsException("Sign-in refused");
		}
		this.throttle.forget(email);
		return signedIn(person.orElseThrow());
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private boolean matches(String password, Optional<Person> person) {
		String hash = person.map(Person::passwordHash).orElse(this.nobodysHash);
		if (password.length() > LONGEST_PASSWORD) {
			return false;
		}
		this.hashing.acquireUninterruptibly();
		try {
			return this.passwords.matches(password, hash) && person.filter(Person::hasJoined).isPresent();
		}
		finally {
			this.hashing.release();
		}
	}

	private static Authentication signedIn(Person person) {
		List<GrantedAuthority> authorities = person.isAdministrator()
				? AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR") : List.of();
		return UsernamePasswordAuthenticationToken
			.authenticated(new SignedIn(person.id(), person.name(), person.isAdministrator()), null, authorities);
	}

}
