package org.projectthrive.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

	/** Of the running request; who asks outside of one is answered anew each time. */
	@SuppressWarnings("ThreadLocalUsage") // there is one of these
	private final ThreadLocal<@Nullable Memory<S>> memory = new ThreadLocal<>();

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
		remember((request) -> request.saved = session);
	}

	/** From here on the thread remembers, until it forgets the request. */
	void beginRequest() {
		this.memory.set(new Memory<>());
	}

	/** Nothing of one request may be seen by the next one of its thread. */
	void forgetRequest() {
		this.memory.remove();
	}

	private void remember(Consumer<Memory<S>> what) {
		Memory<S> request = this.memory.get();
		if (request != null) {
			what.accept(request);
		}
	}

	private <T> T asking(Supplier<T> question) {
		Memory<S> request = this.memory.get();
		if (request != null && request.trouble != null) {
			throw request.trouble;
		}
		try {
			return question.get();
		}
		catch (DataAccessException | TransactionException ex) {
			remember((running) -> running.trouble = ex);
			throw ex;
		}
	}

	@Override
	public @Nullable Quiet<S> findById(String id) {
		Memory<S> request = this.memory.get();
		if (request != null && request.saved != null && request.saved.getId().equals(id)) {
			return request.saved;
		}
		return asking(() -> Optional.ofNullable(this.sessions.findById(id))).map(Quiet::new).orElse(null);
	}

	@Override
	public void deleteById(String id) {
		remember((request) -> request.saved = null);
		this.sessions.deleteById(id);
	}

	@Override
	public Map<String, Quiet<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.sessions.findByIndexNameAndIndexValue(indexName, indexValue)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (found) -> new Quiet<>(found.getValue())));
	}

	/** What a request keeps in mind. */
	private static final class Memory<S extends Session> {

		/** What it has saved. */
		private @Nullable Quiet<S> saved;

		/**
		 * What it has met: nobody waits a second time for a database that is away.
		 */
		private @Nullable NestedRuntimeException trouble;

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
