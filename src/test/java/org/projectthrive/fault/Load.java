package org.projectthrive.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.projectthrive.fault.SaveOracle.Verdict;
import org.projectthrive.session.notes.RunningSession;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several browsers that save 50 notes a second together into a session of their own. */
final class Load implements AutoCloseable {

	private static final Duration A_NOTE_A_SECOND = Duration.ofSeconds(1);

	private static final int NOTES_A_SECOND = 50;

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final SaveLog log;

	private final RunningSession session;

	private final List<NoteWriter> writers;

	private final ScheduledExecutorService threads;

	private final List<? extends Future<?>> running;

	private Load(List<NoteBrowser> browsers, RunningSession session, int length, Duration timeout) throws IOException {
		Path file = Files.createTempFile("saves", ".log");
		file.toFile().deleteOnExit();
		this.log = new SaveLog(file);
		this.session = session;
		this.writers = browsers.stream().map((browser) -> new NoteWriter(browser, this.log, session, timeout)).toList();
		this.threads = Executors.newScheduledThreadPool(this.writers.size());
		long period = A_NOTE_A_SECOND.multipliedBy(this.writers.size()).toMillis() / NOTES_A_SECOND;
		this.running = this.writers.stream()
			.map((writer) -> this.threads.scheduleAtFixedRate(() -> writer.write(length), 0, period,
					TimeUnit.MILLISECONDS))
			.toList();
	}

	static Load of(List<NoteBrowser> browsers, RunningSession session) throws IOException {
		return new Load(browsers, session, 20, Duration.ofSeconds(15));
	}

	/** Notes that need a page of the disk every few times. */
	static Load ofLongNotes(List<NoteBrowser> browsers, RunningSession session) throws IOException {
		return new Load(browsers, session, 1_500, Duration.ofSeconds(15));
	}

	/** Of people who do not wait long for an answer. */
	static Load ofTheImpatient(List<NoteBrowser> browsers, RunningSession session) throws IOException {
		return new Load(browsers, session, 20, Duration.ofSeconds(2));
	}

	RunningSession session() {
		return this.session;
	}

	/** Waits for so many more acknowledged saves, and says how long it took. */
	Duration awaitSaves(int more) {
		long begin = System.nanoTime();
		int goal = this.log.acknowledgements() + more;
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> this.log.acknowledgements() >= goal);
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	/**
	 * Waits until one is acknowledged that was first sent after now, and says how long it
	 * took.
	 */
	Duration awaitNewSave() {
		return awaitSaves(this.writers.size() + 1);
	}

	/**
	 * How often the application said, in these words among others, that it could not
	 * save.
	 */
	long refusals(String words) {
		return this.writers.stream()
			.map(NoteWriter::troubles)
			.flatMap(Collection::stream)
			.filter((said) -> said.contains(words))
			.count();
	}

	/** Lets everybody finish what was begun, and counts. */
	Verdict finish(JdbcClient database) throws InterruptedException {
		assertThat(this.running).as("writers that gave up").noneMatch(Future::isDone);
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(this.writers).flatExtracting(NoteWriter::wrong).as("answers of no use").isEmpty();
		return SaveOracle.judge(this.log, database, this.session);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
