package org.projectthrive.platform.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends signals to all nodes: after the commit, in a transaction of their own (within the
 * one that saves they would let saves wait for one another), many at once, ten times a
 * second at most.
 */
@Component
public class Signals {

	static final String CHANNEL = "thrive_live";

	private static final Logger log = LoggerFactory.getLogger(Signals.class);

	private static final long PAUSE_MILLIS = 100;

	private static final long PAUSE_AFTER_FAILURE_MILLIS = 1000;

	/** PostgreSQL takes 8,000 bytes. */
	private static final int LINES_AT_ONCE = 100;

	private final Map<String, LiveSubject> subjects;

	private final JdbcClient jdbc;

	private final ScheduledExecutorService timer;

	private final Set<Changed> waiting = new HashSet<>();

	private @Nullable Future<?> planned;

	private long notBefore = System.nanoTime();

	Signals(List<LiveSubject> subjects, JdbcClient jdbc, @Qualifier("liveTimer") ScheduledExecutorService timer) {
		this.subjects = subjects.stream().collect(Collectors.toMap(LiveSubject::name, Function.identity()));
		this.jdbc = jdbc;
		this.timer = timer;
	}

	/**
	 * Tells whoever shows it that it has changed, once the running transaction commits.
	 */
	public void changed(String subject, Long studyId, Long id) {
		Changed changed = new Changed(subject, studyId, id);
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					add(Set.of(changed), 0);
				}
			});
		}
		else {
			add(Set.of(changed), 0);
		}
	}

	private synchronized void add(Set<Changed> more, long pauseMillis) {
		this.waiting.addAll(more);
		if (this.planned == null) {
			long pause = Math.max(TimeUnit.MILLISECONDS.toNanos(pauseMillis), this.notBefore - System.nanoTime());
			try {
				this.planned = this.timer.schedule(this::send, pause, TimeUnit.NANOSECONDS);
			}
			catch (RejectedExecutionException ex) {
				log.debug("Nobody is told any more: the application stops");
			}
		}
	}

	private synchronized Set<Changed> take() {
		Set<Changed> taken = Set.copyOf(this.waiting);
		this.waiting.clear();
		this.planned = null;
		this.notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
		return taken;
	}

	private void send() {
		Set<Changed> taken = take();
		try {
			List<String> lines = lines(taken);
			for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
				String payload = String.join("\n", lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE)));
				this.jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, payload).query((row, number) -> number).list();
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("{} signals wait: {}", taken.size(), ex.getClass().getSimpleName());
			add(taken, PAUSE_AFTER_FAILURE_MILLIS);
		}
	}

	/** With the number that each of them has by now. */
	private List<String> lines(Set<Changed> taken) {
		Map<String, Set<Long>> ids = new HashMap<>();
		taken.forEach(
				(changed) -> ids.computeIfAbsent(changed.subject(), (subject) -> new HashSet<>()).add(changed.id()));
		Map<String, Map<Long, Long>> numbers = new HashMap<>();
		ids.forEach((subject, some) -> numbers.put(subject, subject(subject).changes(some)));
		List<String> lines = new ArrayList<>();
		for (Changed changed : taken) {
			Long number = numbers.getOrDefault(changed.subject(), Map.of()).get(changed.id());
			if (number != null) {
				lines.add(new Signal(changed.subject(), changed.studyId(), changed.id(), number).wire());
			}
		}
		return lines;
	}

	private LiveSubject subject(String name) {
		LiveSubject subject = this.subjects.get(name);
		if (subject == null) {
			throw new IllegalArgumentException("No such subject: " + name);
		}
		return subject;
	}

	private record Changed(String subject, Long studyId, Long id) {
	}

}
