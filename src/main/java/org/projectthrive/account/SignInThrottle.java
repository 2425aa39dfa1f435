package org.projectthrive.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

import javax.sql.DataSource;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

import org.springframework.stereotype.Component;

/**
 * Five failures a minute for an address, known or not; the buckets are in the database,
 * so all nodes count together.
 */
@Component
class SignInThrottle {

	private static final int FAILURES_A_MINUTE = 5;

	private static final BucketConfiguration FIVE_A_MINUTE = BucketConfiguration.builder()
		.addLimit(
				(limit) -> limit.capacity(FAILURES_A_MINUTE).refillIntervally(FAILURES_A_MINUTE, Duration.ofMinutes(1)))
		.build();

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	SignInThrottle(DataSource dataSource) {
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.table("rate_limit")
			.expirationAfterWrite(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
			.build();
	}

	/**
	 * Counts an attempt before its password is looked at, so that attempts at the same
	 * time count too.
	 */
	boolean allows(String email) {
		return bucket(email).tryConsume(1);
	}

	/** The attempt succeeded: it was no failure. */
	void forget(String email) {
		bucket(email).addTokens(1);
	}

	private BucketProxy bucket(String email) {
		return this.buckets.builder().build(key(email), () -> FIVE_A_MINUTE);
	}

	private static String key(String email) {
		return "sign-in:" + HexFormat.of().formatHex(Tokens.sha256(email.getBytes(StandardCharsets.UTF_8)));
	}

}
