package org.projectthrive.platform.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this node. At each heartbeat it is asked again whether their
 * listeners are signed in and in the study. They end before the web server waits for its
 * requests.
 */
@Component
public class Streams implements SmartLifecycle {

	/** More than tabs and devices need; then the oldest, likely dead, makes way. */
	static final int MOST_OF_ONE_PERSON = 12;

	private static final Logger log = LoggerFactory.getLogger(Streams.class);

	private static final long NEVER = 0;

	private final Map<String, LiveSubject> subjects;

	private final FindByIndexNameSessionRepository<?> sessions;

	private final ExecutorService writers;

	private final ScheduledExecutorService timer;

	private final Duration heartbeat;

	private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

	private final Map<Long, ConcurrentLinkedDeque<Stream>> byPerson = new ConcurrentHashMap<>();

	private volatile @Nullable ScheduledFuture<?> heartbeats;

	private volatile boolean running;

	Streams(List<LiveSubject> subjects, FindByIndexNameSessionRepository<?> sessions,
			@Qualifier("liveWriters") ExecutorService writers, @Qualifier("liveTimer") ScheduledExecutorService timer,
			@Value("${thrive.live.heartbeat:10s}") Duration heartbeat) {
		this.subjects = subjects.stream().collect(Collectors.toMap(LiveSubject::name, Function.identity()));
		this.sessions = sessions;
		this.writers = writers;
		this.timer = timer;
		this.heartbeat = heartbeat;
	}

	/** Opens a stream; the page reads everything at its beginning. */
	public SseEmitter open(Listener listener) {
		SseEmitter emitter = new SseEmitter(NEVER);
		Stream stream = new Stream(listener, emitter, this.writers);
		emitter.onCompletion(() -> forget(stream));
		emitter.onTimeout(() -> forget(stream));
		emitter.onError((error) -> forget(stream));
		add(stream);
		stream.reread();
		if (!this.running) {
			stream.close();
		}
		return emitter;
	}

	void signal(Signal signal) {
		LiveSubject subject = this.subjects.get(signal.subject());
		if (subject == null) {
			return; // of a newer version on another node
		}
		for (Stream stream : this.streams) {
			try {
				stream.signal(signal, subject);
			}
			catch (DataAccessException | TransactionException ex) {
				log.warn("A stream could not be asked about: {}", ex.getClass().getSimpleName());
				stream.reread(); // what it asks for then is checked
			}
		}
	}

	/** Signals may have been missed. */
	void reread() {
		this.streams.forEach(Stream::reread);
	}

	private void beat() {
		for (Stream stream : this.streams) {
			try {
				check(stream);
			}
			catch (RuntimeException ex) { // the timer would beat no more
				log.warn("A stream could not be told: {}", ex.getClass().getSimpleName());
			}
		}
	}

	private void check(Stream stream) {
		if (isWelcome(stream.listener())) {
			stream.heartbeat();
		}
		else {
			forget(stream);
			stream.close();
		}
	}

	/** While the database does not answer nothing is known, and nothing signalled. */
	private boolean isWelcome(Listener listener) {
		try {
			Session session = this.sessions.findById(listener.loginSession());
			return session != null && !session.isExpired() && listener.stillMember().getAsBoolean();
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("A stream could not be checked: {}", ex.getClass().getSimpleName());
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("A stream is closed, since it could not be checked", ex);
			return false;
		}
	}

	private void add(Stream stream) {
		this.streams.add(stream);
		this.byPerson.compute(stream.listener().personId(), (person, some) -> {
			ConcurrentLinkedDeque<Stream> all = (some != null) ? some : new ConcurrentLinkedDeque<>();
			all.addLast(stream);
			return all;
		});
		ConcurrentLinkedDeque<Stream> all = this.byPerson.get(stream.listener().personId());
		Stream oldest = (all != null && all.size() > MOST_OF_ONE_PERSON) ? all.pollFirst() : null;
		if (oldest != null) {
			forget(oldest);
			oldest.close();
		}
	}

	private void forget(Stream stream) {
		this.streams.remove(stream);
		this.byPerson.computeIfPresent(stream.listener().personId(), (person, some) -> {
			some.remove(stream);
			return some.isEmpty() ? null : some;
		});
	}

	@Override
	public void start() {
		this.running = true;
		this.heartbeats = this.timer.scheduleWithFixedDelay(this::beat, this.heartbeat.toMillis(),
				this.heartbeat.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		ScheduledFuture<?> started = this.heartbeats;
		if (started != null) {
			started.cancel(false);
		}
		this.streams.forEach(Stream::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
