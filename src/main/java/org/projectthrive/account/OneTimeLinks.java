package org.projectthrive.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that work once. Only a hash is stored, so a link can be shown when it is made and
 * never again.
 */
@Component
class OneTimeLinks {

	enum Purpose {

		SETUP, JOIN, RESET

	}

	private final JdbcClient jdbc;

	private final Clock clock;

	OneTimeLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes a link and returns its token; earlier links of the same purpose and person
	 * stop working.
	 */
	@Transactional
	String issue(Purpose purpose, @Nullable Long personId, Duration life) {
		this.jdbc.sql("""
				update one_time_link set expires_at = least(expires_at, ?)
				where purpose = ? and person_id is not distinct from ? and used_at is null""")
			.param(now())
			.param(purpose.name())
			.param(personId)
			.update();
		String token = Tokens.random();
		this.jdbc.sql("insert into one_time_link (token_hash, purpose, person_id, expires_at) values (?, ?, ?, ?)")
			.param(Tokens.hash(token))
			.param(purpose.name())
			.param(personId)
			.param(now().plus(life))
			.update();
		return token;
	}

	/** Whether the person has an unused link that works for at least this long. */
	boolean isFresh(Purpose purpose, Long personId, Duration atLeast) {
		return this.jdbc.sql("""
				select exists (select from one_time_link
				where purpose = ? and person_id = ? and used_at is null and expires_at > ?)""")
			.params(purpose.name(), personId, now().plus(atLeast))
			.query(Boolean.class)
			.single();
	}

	/** Looks at a link without using it. */
	Optional<Link> find(Purpose purpose, String token) {
		return this.jdbc.sql("""
				select purpose, person_id from one_time_link
				where token_hash = ? and purpose = ? and used_at is null and expires_at > ?""")
			.params(Tokens.hash(token), purpose.name(), now())
			.query(Link.class)
			.optional();
	}

	/** Uses a link up; of many who try at once one succeeds. */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean use(Purpose purpose, String token) {
		return this.jdbc.sql("""
				update one_time_link set used_at = ?
				where token_hash = ? and purpose = ? and used_at is null and expires_at > ?""")
			.params(now(), Tokens.hash(token), purpose.name(), now())
			.update() == 1;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	record Link(Purpose purpose, @Nullable Long personId) {
	}

}
