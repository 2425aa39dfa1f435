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
		end(purpose, personId);
		return add(purpose, personId, life);
	}

	/** Ends the links of this purpose and person that were not used. */
	@Transactional
	void end(Purpose purpose, @Nullable Long personId) {
		this.jdbc.sql("""
				update one_time_link set expires_at = least(expires_at, ?)
				where purpose = ? and person_id is not distinct from ? and used_at is null""")
			.param(now())
			.param(purpose.name())
			.param(personId)
			.update();
	}

	/** Makes a link beside those that there are, and returns its token. */
	@Transactional
	String add(Purpose purpose, @Nullable Long personId, Duration life) {
		String token = Tokens.random();
		this.jdbc.sql("insert into one_time_link (token_hash, purpose, person_id, expires_at) values (?, ?, ?, ?)")
			.param(Tokens.hash(token))
			.param(purpose.name())
			.param(personId)
			.param(now().plus(life))
			.update();
		return token;
	}

	/** How many links of the person work now. */
	int count(Purpose purpose, Long personId) {
		return this.jdbc.sql("""
				select count(*) from one_time_link
				where purpose = ? and person_id = ? and used_at is null and expires_at > ?""")
			.params(purpose.name(), personId, now())
			.query(Integer.class)
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
