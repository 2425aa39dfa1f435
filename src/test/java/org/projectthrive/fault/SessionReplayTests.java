package org.projectthrive.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import org.projectthrive.fault.ReplayOracle.Stored;
import org.projectthrive.fault.ReplayOracle.Verdict;
import org.projectthrive.fault.ReplayScript.Act;
import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.support.BrowserTests;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that is held again by two facilitators at two browsers, much faster than it
 * was, while everything breaks that can.
 * <p>
 * {@code -Dthrive.fault.minutes=60 -Dthrive.fault.speed=10} replays a whole one in six
 * minutes, and {@code -Dthrive.fault.seed} the one of a former run.
 */
@BrowserTests
@Timeout(3600)
class SessionReplayTests {

	private static final int MINUTES = Integer.getInteger("thrive.fault.minutes", 2);

	private static final int SPEED = Integer.getInteger("thrive.fault.speed", 10);

	private static final long SEED = Long.getLong("thrive.fault.seed", System.nanoTime());

	private static final Duration SESSION = Duration.ofMinutes(MINUTES);

	private static final Duration WALL = SESSION.dividedBy(SPEED);

	private static final Duration PAUSE = Faults.least(WALL.dividedBy(8), Duration.ofSeconds(8));

	private static final Duration LONGEST_OUTAGE = Faults.least(WALL.dividedBy(10), Duration.ofSeconds(4));

	private final List<Laptop> laptops = new ArrayList<>();

	private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	@TempDir(cleanup = CleanupMode.NEVER)
	private Path profiles;

	@AfterEach
	void closeLaptops() throws Exception {
		this.threads.shutdownNow();
		for (Laptop laptop : this.laptops) {
			laptop.close();
		}
	}

	@Test
	@DisplayName("FLT25 FLT1 FLT4 FLT13 N3 N4 a session is replayed by two browsers while network, server, database and laptops fail at random: what is stored is what was typed")
	void storedIsWhatWasTyped(TestReporter reporter) throws Exception {
		Faults.report(reporter, "FLT25 replay",
				"thrive.fault.seed=%d minutes=%d speed=%d".formatted(SEED, MINUTES, SPEED));
		Random random = new Random(SEED);
		ChildApplication application = ChildApplication.shared();
		Facilitator moderator = Facilitator.make(application.database());
		Facilitator noteTaker = moderator.colleague(application.database());
		RunningSession session = Facilitator.session(application.database(), moderator, noteTaker)
			.moderatedBy(moderator.memberId());
		CyclicBarrier together = new CyclicBarrier(3);
		List<CompletableFuture<Notebook>> people = List.of(
				sit(session, moderator, ReplayScript.moderator(random, SESSION), together),
				sit(session, noteTaker, ReplayScript.noteTaker(random, SESSION), together));
		Saboteur saboteur = new Saboteur(random, application, this.laptops, LONGEST_OUTAGE);

		await(together);
		saboteur.work(System.nanoTime() + WALL.toNanos(), PAUSE);
		long mended = System.nanoTime();
		await(together);
		long saved = System.nanoTime();
		List<Notebook> notebooks = people.stream().map(CompletableFuture::join).toList();

		List<Stored> stored = ReplayOracle.stored(session);
		List<Verdict> verdicts = notebooks.stream()
			.map((notebook) -> ReplayOracle.judge(notebook, stored, ReplayOracle.parked(session)))
			.toList();
		Faults.report(reporter, "FLT25 replay", "%s; %s; all saved %s after all was mended".formatted(saboteur,
				verdicts, Duration.ofNanos(saved - mended)));
		verdicts.forEach(Verdict::assertAllKept);
		assertThat(notebooks).extracting(Notebook::needlessSignIns)
			.as("sign-ins that nobody should have needed")
			.allMatch((times) -> times <= 0);
	}

	/**
	 * Somebody opens a laptop, waits for the others, does what the script says, and stays
	 * until the page says that all is saved and shows what is stored.
	 */
	private CompletableFuture<Notebook> sit(RunningSession session, Facilitator who, List<Act> script,
			CyclicBarrier together) throws IOException {
		Laptop laptop = new Laptop(this.profiles.resolve(who.email()), ChildApplication.shared().port());
		this.laptops.add(laptop);
		return CompletableFuture.supplyAsync(() -> {
			Scribe scribe = new Scribe(laptop, who, session.path("/live"));
			await(together);
			scribe.play(script, System.nanoTime(), SPEED);
			scribe.finish();
			await(together);
			scribe.assertShows(() -> ReplayOracle.stored(session).stream().map(Stored::text).toList());
			return scribe.notebook();
		}, this.threads).whenComplete((notebook, trouble) -> {
			if (trouble != null) {
				this.trouble.compareAndSet(null, trouble);
				together.reset(); // nobody need wait any longer
			}
		});
	}

	private void await(CyclicBarrier barrier) {
		try {
			barrier.await(2 + WALL.toMinutes(), TimeUnit.MINUTES);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(this.trouble.get() != null ? this.trouble.get() : ex);
		}
	}

}
