package org.projectthrive.platform.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@ThriveTest
class SignalsTests {

	private static final String SUBJECT = "example";

	private static final Long STUDY = 1L;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private FindByIndexNameSessionRepository<?> sessions;

	private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

	private final ExecutorService writers = Executors.newFixedThreadPool(1);

	@AfterEach
	void endThreads() {
		this.timer.shutdownNow();
		this.writers.shutdownNow();
	}

	@Test
	@DisplayName("N4 changes are signalled ten times a second at most, and none is left out")
	void signalsAreGathered() throws SQLException {
		Signals signals = new Signals(List.of(new Example()), this.jdbc, this.timer);
		List<String> messages = new ArrayList<>();
		try (Connection listening = listen()) {
			long begin = System.nanoTime();
			await().pollInterval(Duration.ofMillis(1)).until(() -> {
				for (long id = 1; id <= 250; id++) {
					signals.changed(SUBJECT, STUDY, id);
				}
				messages.addAll(heard(listening));
				return System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(350);
			});
			signals.changed(SUBJECT, STUDY, 777L);
			await().until(() -> {
				messages.addAll(heard(listening));
				return messages.stream().anyMatch((message) -> message.contains(" 777 "));
			});

			long tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 100;
			assertThat(messages).as("three messages for 250 things").hasSizeLessThanOrEqualTo((int) (3 * (tenths + 2)));
			assertThat(messages).allSatisfy((message) -> assertThat(message.length()).isLessThan(8000));
			assertThat(messages.stream().flatMap(String::lines).map(Signal::ofWire).map(Signal::id))
				.hasSizeGreaterThan(250)
				.contains(1L, 100L, 101L, 250L, 777L);
		}
	}

	@Test
	@DisplayName("N4 nothing is signalled before the commit, nor what was rolled back")
	void signalsFollowTheCommit() throws SQLException {
		Signals signals = new Signals(List.of(new Example()), this.jdbc, this.timer);
		try (Connection listening = listen()) {
			this.transactions.executeWithoutResult((status) -> {
				signals.changed(SUBJECT, STUDY, 666L);
				status.setRollbackOnly();
			});
			this.transactions.executeWithoutResult((status) -> signals.changed(SUBJECT, STUDY, 778L));

			List<String> messages = new ArrayList<>();
			await().until(() -> {
				messages.addAll(heard(listening));
				return messages.contains("example 1 778 1556");
			});
			assertThat(messages).noneMatch((message) -> message.contains("666"));
		}
	}

	@Test
	@DisplayName("N4 streams end before the web server waits for its requests")
	void streamsEndBeforeTheServerWaits() {
		Streams streams = new Streams(List.of(new Example()), this.sessions, this.writers, this.timer,
				Duration.ofHours(1));
		streams.start();
		SseEmitter open = streams.open(new Listener(STUDY, 1L, "none", () -> true));

		streams.stop();

		assertThatIllegalStateException().isThrownBy(() -> open.send("more")).withMessageContaining("completed");
		SseEmitter late = streams.open(new Listener(STUDY, 1L, "none", () -> true));
		assertThatIllegalStateException().isThrownBy(() -> late.send("more")).withMessageContaining("completed");
		assertThat(streams.getPhase()).as("the first to stop").isEqualTo(SmartLifecycle.DEFAULT_PHASE);
	}

	@Test
	@DisplayName("SEC6 a stream that cannot be told does not keep the others from being looked at")
	void oneStreamDoesNotStopTheHeartbeat() {
		AtomicBoolean fails = new AtomicBoolean();
		AtomicInteger told = new AtomicInteger();
		try (FailsOnce failing = new FailsOnce(fails, told)) {
			Streams streams = new Streams(List.of(new Example()), this.sessions, failing, this.timer,
					Duration.ofMillis(50));
			streams.start();
			String login = login(this.sessions);
			streams.open(new Listener(STUDY, 1L, login, () -> true));
			AtomicBoolean member = new AtomicBoolean(true);
			SseEmitter other = streams.open(new Listener(STUDY, 2L, login, member::get));

			fails.set(true);
			await().untilFalse(fails);
			int before = told.get();
			await().until(() -> told.get() > before + 2);
			member.set(false);

			await().untilAsserted(() -> assertThatIllegalStateException().isThrownBy(() -> other.send("more"))
				.withMessageContaining("completed"));
			streams.stop();
		}
	}

	private static <S extends Session> String login(FindByIndexNameSessionRepository<S> sessions) {
		S session = sessions.createSession();
		sessions.save(session);
		return session.getId();
	}

	private Connection listen() throws SQLException {
		Connection connection = this.dataSource.getConnection();
		try (Statement statement = connection.createStatement()) {
			statement.execute("listen " + Signals.CHANNEL);
		}
		return connection;
	}

	/** What has come for this test. */
	private static List<String> heard(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("select 1");
		}
		List<String> messages = new ArrayList<>();
		PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications();
		for (PGNotification one : (heard != null) ? heard : new PGNotification[0]) {
			if (one.getParameter().startsWith(SUBJECT)) {
				messages.add(one.getParameter());
			}
		}
		return messages;
	}

	/** Takes all work but one piece. */
	private static final class FailsOnce extends ThreadPoolExecutor implements AutoCloseable {

		private final AtomicBoolean fails;

		private final AtomicInteger done;

		FailsOnce(AtomicBoolean fails, AtomicInteger done) {
			super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
			this.fails = fails;
			this.done = done;
		}

		@Override
		public void execute(Runnable work) {
			if (this.fails.compareAndSet(true, false)) {
				throw new IllegalStateException("not this one");
			}
			this.done.incrementAndGet();
			super.execute(work);
		}

		@Override
		public void close() {
			shutdownNow();
		}

	}

	/** Everything has changed twice as often as its id says. */
	private static final class Example implements LiveSubject {

		@Override
		public String name() {
			return SUBJECT;
		}

		@Override
		public Map<Long, Long> changes(Collection<Long> ids) {
			return ids.stream().collect(Collectors.toMap(Function.identity(), (id) -> 2 * id));
		}

		@Override
		public boolean isOpenTo(Long studyId, Long personId, Long id) {
			return true;
		}

	}

}
