package org.projectthrive.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTroubleTests {

	@ParameterizedTest(name = "FLT3 FLT7 an error of state {0} passes by itself")
	@ValueSource(strings = { "08006", "25006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "57P03", "58030" })
	void passes(String state) {
		assertThat(DatabaseTrouble.behind(new IllegalStateException(new SQLException("x", state))))
			.contains(DatabaseTrouble.AWAY);
	}

	@Test
	@DisplayName("FLT8 a full disk is told from a database that is away")
	void isFull() {
		assertThat(DatabaseTrouble.behind(new DataAccessResourceFailureException("x", new SQLException("x", "53100"))))
			.contains(DatabaseTrouble.FULL);
	}

	@Test
	@DisplayName("FLT7 a pool without a connection to give is a database that is away")
	void poolIsEmpty() {
		assertThat(DatabaseTrouble
			.behind(new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out"))))
			.contains(DatabaseTrouble.AWAY);
	}

	@Test
	@DisplayName("FLT6 what a failed rollback hides is found")
	void rollbackFailed() {
		TransactionSystemException failed = new TransactionSystemException("no rollback");
		failed.initApplicationException(new IllegalStateException(new SQLException("x", "57P01")));

		assertThat(DatabaseTrouble.behind(failed)).contains(DatabaseTrouble.AWAY);
	}

	@ParameterizedTest(name = "an error of state {0} is none of the database''s own")
	@ValueSource(strings = { "22021", "23505", "42601", "42P01", "XX000", "P0001" })
	void isNoTrouble(String state) {
		assertThat(DatabaseTrouble.behind(new IllegalStateException(new SQLException("x", state)))).isEmpty();
	}

	@Test
	@DisplayName("an error that has nothing to do with the database is none of its own, even when it is its own cause")
	void hasNothingToDoWithIt() {
		IllegalStateException first = new IllegalStateException();
		first.initCause(new IllegalArgumentException(first));

		assertThat(DatabaseTrouble.behind(first)).isEmpty();
	}

	@ParameterizedTest(name = "FLT17 asked at 10 s, answered {0}, told at {1}: a skew of {2}")
	@CsvSource({ "13, 12, PT0S", "13, 10, PT0S", "10, 13, PT3S", "12, 7, PT3S" })
	void skewIsWhatTheAnswersTimeDoesNotExplain(long answered, long database, Duration skew) {
		assertThat(ClockHealthIndicator.skew(Instant.ofEpochSecond(10), Instant.ofEpochSecond(database),
				Instant.ofEpochSecond(answered)))
			.isEqualTo(skew);
	}

}
