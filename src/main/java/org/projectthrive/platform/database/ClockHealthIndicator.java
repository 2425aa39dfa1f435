package org.projectthrive.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A node whose clock is not the database's is not ready: links and sessions would end too
 * early or too late there. (The name of the class makes it "clock" in the health groups.)
 */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

	static final Duration MOST = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	ClockHealthIndicator(JdbcClient jdbc, Clock clock) {
		super("The time of the database could not be asked for");
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Instant before = this.clock.instant();
		Instant database = this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		Duration skew = skew(before, database, this.clock.instant());
		builder.status((skew.compareTo(MOST) > 0) ? "OUT_OF_SERVICE" : "UP").withDetail("skew", skew.toString());
	}

	/**
	 * How far the database's time lies outside of the time that asking for it took: a
	 * slow answer is no skew.
	 */
	static Duration skew(Instant before, Instant database, Instant after) {
		if (database.isBefore(before)) {
			return Duration.between(database, before);
		}
		return database.isAfter(after) ? Duration.between(after, database) : Duration.ZERO;
	}

}
