package org.projectthrive.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.projectthrive.fault.ChildApplication.Pool;
import org.projectthrive.fault.SaveOracle.Verdict;
import org.projectthrive.fault.Wire.Fate;
import org.projectthrive.platform.database.ExternalPostgres;
import org.projectthrive.session.notes.RunningSession;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * One application, never started again, on a PostgreSQL of its own kind to which all
 * sorts of things happen while notes are saved.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(3600)
class DatabaseFaultTests {

	private static final int MOST_CONNECTIONS = 16;

	private Optional<SmallDisk> disk = Optional.empty();

	private ExternalPostgres database;

	private ChildApplication application;

	private Facilitator facilitator;

	private List<NoteBrowser> browsers;

	@BeforeAll
	void startApplication(@TempDir Path directory) throws Exception {
		try {
			this.disk = SmallDisk.mount(directory.resolve("small"));
			this.database = ExternalPostgres.start(directory.resolve("external"), ChildApplication.freePort());
			if (this.disk.isPresent()) {
				this.database.createDatabaseIn(this.disk.get().directory("tablespace"));
			}
			else {
				this.database.createDatabase();
			}
			this.application = ChildApplication.on(this.database, directory);
			this.application.start();
			this.facilitator = Facilitator.make(this.database.jdbc());
			this.browsers = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				this.browsers.add(NoteBrowser.signedIn(this.application.port(), this.facilitator));
			}
		}
		catch (Exception | AssertionError ex) {
			stopAll();
			throw ex;
		}
	}

	@AfterAll
	void stopAll() throws IOException {
		if (this.application != null) {
			this.application.close();
		}
		if (this.database != null) {
			this.database.close();
		}
		this.disk.ifPresent(SmallDisk::close);
	}

	@Test
	@DisplayName("FLT3 kill -9 of the database: nothing is lost, the application goes on, pages say 503 in words meanwhile")
	void databaseIsKilled(TestReporter reporter) throws Exception {
		List<Duration> healed = new ArrayList<>();
		try (Load load = Load.of(this.browsers, session()); Onlooker onlooker = onlooker(load)) {
			for (int i = 0; i < Faults.REPEATS; i++) {
				load.awaitSaves(15);
				long killed = System.nanoTime();
				this.database.kill();
				onlooker.awaitStatusSince(killed, 503);
				this.database.startAgain();
				healed.add(load.awaitNewSave());
				onlooker.awaitStatus(200);
			}
			load.awaitSaves(20);
			Verdict verdict = load.finish(this.database.jdbc());

			Faults.report(reporter, "FLT3 database killed", "%d times, %s, first save after %s, %d pages said 503"
				.formatted(healed.size(), verdict, healed, onlooker.count(503)));
			verdict.assertAllKept(50);
			onlooker.assertNothingButPagesAndWords();
			assertThat(load.refusals("may not be saved")).isPositive().isEqualTo(load.refusals(""));
			assertThat(this.application.askWhetherReady().join()).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("FLT5 connections that are cut, stall or trickle store nothing twice")
	void lineIsBad(TestReporter reporter) throws Exception {
		try (Wire wire = new Wire(this.application.port())) {
			int cuts = 40 * Faults.REPEATS;
			wire.expect(Fate.stalled());
			wire.expect(Fate.aByteASecond());
			for (int i = 0; i < cuts; i++) {
				int bytes = ThreadLocalRandom.current().nextInt(1200);
				wire.expect((i % 2 == 0) ? Fate.requestCut(bytes) : Fate.responseCut(bytes));
			}
			wire.expect(Fate.stalled());
			List<NoteBrowser> afar = this.browsers.stream().map((browser) -> browser.through(wire.port())).toList();
			try (Load load = Load.ofTheImpatient(afar, session())) {
				await().atMost(Duration.ofMinutes(30)).until(() -> wire.fatesLeft() == 0);
				load.awaitSaves(30);
				Verdict verdict = load.finish(this.database.jdbc());

				Faults.report(reporter, "FLT5 line is bad",
						"%d cuts, 2 stalls, 1 trickle, %s".formatted(cuts, verdict));
				verdict.assertAllKept(30);
			}
		}
	}

	@Test
	@DisplayName("FLT6 connections to the database that are cut at random lose nothing and do not leak")
	void databaseConnectionsAreCut(TestReporter reporter) throws Exception {
		JdbcClient administrator = this.database.jdbc();
		int cut = 0;
		try (Load load = Load.of(this.browsers, session()); Onlooker onlooker = onlooker(load)) {
			load.awaitSaves(10);
			long end = System.nanoTime() + Faults.upTo(Duration.ofSeconds(3), Duration.ofSeconds(30)).toNanos();
			while (System.nanoTime() < end) {
				cut += administrator
					.sql("""
							select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity
							    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
							    order by random() limit 1) chosen""")
					.query(Integer.class)
					.single();
				LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextInt(50, 150)).toNanos());
			}
			load.awaitSaves(30);
			Verdict verdict = load.finish(administrator);

			Faults.report(reporter, "FLT6 database connections cut",
					"%d, %s, %d pages said 503".formatted(cut, verdict, onlooker.count(503)));
			verdict.assertAllKept(40);
			onlooker.assertNothingButPagesAndWords();
			assertThat(cut).isPositive();
		}
		assertThat(quietPool().total()).isBetween(1, MOST_CONNECTIONS);
		assertThat(administrator.sql("""
				select count(*) from pg_stat_activity where datname = current_database()
				and state like 'idle in transaction%'""").query(Integer.class).single()).isZero();
	}

	@Test
	@DisplayName("FLT7 a database that hangs holds no thread for long, other pages say 503 soon, and all heals by itself")
	void databaseHangs(TestReporter reporter) throws Exception {
		try (Load load = Load.of(this.browsers, session()); Onlooker onlooker = onlooker(load)) {
			load.awaitSaves(20);
			this.database.freeze();
			Duration freed;
			long later;
			try {
				long frozen = System.nanoTime();
				await().atMost(Duration.ofSeconds(40)).until(() -> this.application.pool().total() == 0);
				freed = Duration.ofNanos(System.nanoTime() - frozen);
				later = System.nanoTime();
				CompletableFuture<Integer> readiness = this.application.askWhetherReady();
				onlooker.awaitStatus(503);
				LockSupport.parkNanos(Faults.upTo(Duration.ofMillis(500), Duration.ofSeconds(20)).toNanos());
				assertThat(readiness).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(503);
			}
			finally {
				this.database.thaw();
			}
			Duration healed = load.awaitNewSave();
			onlooker.awaitStatus(200);
			load.awaitSaves(20);
			Verdict verdict = load.finish(this.database.jdbc());

			Faults.report(reporter, "FLT7 database hung",
					"%s, threads free after %s, slowest page then %s, first save %s after the end".formatted(verdict,
							freed, onlooker.slowestSince(later), healed));
			verdict.assertAllKept(40);
			onlooker.assertNothingButPagesAndWords();
			assertThat(freed).isLessThan(Duration.ofSeconds(20));
			assertThat(onlooker.slowestSince(later)).isLessThan(Duration.ofSeconds(10));
		}
		assertThat(quietPool().total()).isBetween(1, MOST_CONNECTIONS);
	}

	@Test
	@DisplayName("FLT8 a full disk: saves are refused in words and kept by who sent them, pages can be read, and all heals by itself")
	void diskIsFull(TestReporter reporter) throws Exception {
		assumeThat(this.disk).as("only root, or sudo without a password, can make a small disk").isPresent();
		try (Load load = Load.ofLongNotes(this.browsers, session()); Onlooker onlooker = onlooker(load)) {
			load.awaitSaves(10);
			for (int i = 0; i < Faults.REPEATS; i++) {
				long before = load.refusals("is not saved");
				this.disk.get().fill();
				await().atMost(Duration.ofSeconds(60)).until(() -> load.refusals("is not saved") > before);
				for (int pages = 0; pages < 5; pages++) {
					onlooker.awaitStatus(200);
				}
				this.disk.get().free();
				load.awaitSaves(20);
			}
			Verdict verdict = load.finish(this.database.jdbc());

			Faults.report(reporter, "FLT8 disk full", "%d times, %s, %d saves refused, %d pages read"
				.formatted(Faults.REPEATS, verdict, load.refusals(""), onlooker.count(200)));
			verdict.assertAllKept(30);
			onlooker.assertNothingButPagesAndWords();
			assertThat(onlooker.count(503)).as("reading needs no room").isZero();
		}
	}

	private RunningSession session() {
		return Facilitator.session(this.database.jdbc(), this.facilitator);
	}

	/** Looks at the list of notes of the session that is written into. */
	private Onlooker onlooker(Load load) throws Exception {
		return new Onlooker(NoteBrowser.signedIn(this.application.port(), this.facilitator),
				load.session().path("/live"));
	}

	private Pool quietPool() throws Exception {
		await().atMost(Duration.ofSeconds(60)).until(() -> this.application.pool().active() == 0);
		return this.application.pool();
	}

}
