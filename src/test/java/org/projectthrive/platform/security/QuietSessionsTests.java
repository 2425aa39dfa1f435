package org.projectthrive.platform.security;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuietSessionsTests {

	private final Kept kept = new Kept();

	private final QuietSessions<MapSession> sessions = new QuietSessions<>(this.kept);

	@Test
	@DisplayName("SEC6 who asks outside of a request, as streams do, asks anew after the database was away")
	void troubleIsForgottenOutsideOfRequests() {
		this.kept.away = true;
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.sessions.findById("login"));

		this.kept.away = false;

		assertThat(this.sessions.findById("login")).isNull();
		assertThat(this.kept.asked).isEqualTo(2);
	}

	@Test
	@DisplayName("FLT7 a request that has met a database that is away does not wait for it once more; the next one does")
	void troubleIsRememberedWithinARequest() {
		this.sessions.beginRequest();
		this.kept.away = true;
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.sessions.findById("login"));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.sessions.findById("login"));
		assertThat(this.kept.asked).isEqualTo(1);
		this.sessions.forgetRequest();

		this.sessions.beginRequest();
		this.kept.away = false;
		assertThat(this.sessions.findById("login")).isNull();
		this.sessions.forgetRequest();
	}

	/** Holds no session, and may be away. */
	private static final class Kept implements FindByIndexNameSessionRepository<MapSession> {

		private boolean away;

		private int asked;

		@Override
		public MapSession createSession() {
			return new MapSession();
		}

		@Override
		public void save(MapSession session) {
		}

		@Override
		public @Nullable MapSession findById(String id) {
			this.asked++;
			if (this.away) {
				throw new DataAccessResourceFailureException("away");
			}
			return null;
		}

		@Override
		public void deleteById(String id) {
		}

		@Override
		public Map<String, MapSession> findByIndexNameAndIndexValue(String indexName, String indexValue) {
			return Map.of();
		}

	}

}
