package org.projectthrive.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.TransactionException;

/**
 * Sessions whose last access is written at most once a minute: written at every request,
 * it costs more than most pages. Nor is a session read again in the request that has just
 * saved it, as the filter of Spring Session would.
 */
class QuietSessions<S extends Session> implements FindByIndexNameSessionRepository<QuietSessions.Quiet<S>> {

	private static final Duration WRITE_EVERY = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(QuietSessions.class);

	/** What the running request has saved. */
	@SuppressWarnings("ThreadLocalUsage") // there is one of these
	private final ThreadLocal<@Nullable Quiet<S>> saved = new ThreadLocal<>();

	/**
	 * What the running request has met: nobody waits a second time for a database that is
	 * away.
	 */
	@SuppressWarnings("ThreadLocalUsage") // there is one of these
	private final ThreadLocal<@Nullable NestedRuntimeException> trouble = new ThreadLocal<>();

	private final FindByIndexNameSessionRepository<S> sessions;

	QuietSessions(FindByIndexNameSessionRepository<S> sessions) {
		this.sessions = sessions;
	}

	@Override
	public Quiet<S> createSession() {
		Quiet<S> created = new Quiet<>(this.sessions.createSession());
		created.changed = true;
		return created;
	}

	/** That the last access cannot be written is no reason to withhold a page. */
	@Override
	public void save(Quiet<S> session) {
		try {
			asking(() -> {
				this.sessions.save(session.session);
				return session;
			});
		}
		catch (DataAccessException | TransactionException ex) {
			if (session.changed) {
				throw ex;
			}
			log.warn("The last access to a session could not be written: {}", ex.getClass().getSimpleName());
		}
		session.changed = false;
		this.saved.set(session);
	}

	/** Nothing of one request may be seen by the next one of its thread. */
	void forgetRequest() {
		this.saved.remove();
		this.trouble.remove();
	}

	private <T> T asking(Supplier<T> question) {
		NestedRuntimeException before = this.trouble.get();
		if (before != null) {
			throw before;
		}
		try {
			return question.get();
		}
		catch (DataAccessException | TransactionException ex) {
			this.trouble.set(ex);
			throw ex;
		}
	}

	@Override
	public @Nullable Quiet<S> findById(String id) {
		Quiet<S> known = this.saved.get();
		if (known != null && known.getId().equals(id)) {
			return known;
		}
		return asking(() -> Optional.ofNullable(this.sessions.findById(id))).map(Quiet::new).orElse(null);
	}

	@Override
	public void deleteById(String id) {
		this.saved.remove();
		this.sessions.deleteById(id);
	}

	@Override
	public Map<String, Quiet<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.sessions.findByIndexNameAndIndexValue(indexName, indexValue)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (found) -> new Quiet<>(found.getValue())));
	}

	/**
	 * A session that passes its last access on only when a minute has passed since it was
	 * last written.
	 */
	static final class Quiet<S extends Session> implements Session {

		private final S session;

		/** Whether more has changed than the last access. */
		private boolean changed;

		Quiet(S session) {
			this.session = session;
		}

		@Override
		public void setLastAccessedTime(Instant now) {
			if (!now.isBefore(this.session.getLastAccessedTime().plus(WRITE_EVERY))) {
				this.session.setLastAccessedTime(now);
			}
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.session.getLastAccessedTime();
		}

		@Override
		public String getId() {
			return this.session.getId();
		}

		@Override
		public String changeSessionId() {
			this.changed = true;
			return this.session.changeSessionId();
		}

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals") // the interface is so
		public <T> @Nullable T getAttribute(String name) {
			return this.session.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.session.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, Object value) {
			this.changed = true;
			this.session.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.changed = true;
			this.session.removeAttribute(name);
		}

		@Override
		public Instant getCreationTime() {
			return this.session.getCreationTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.changed = true;
			this.session.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.session.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.session.isExpired();
		}

	}

}
