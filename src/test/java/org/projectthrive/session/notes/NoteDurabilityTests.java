package org.projectthrive.session.notes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.projectthrive.session.notes.SaveLedger.Save;
import org.projectthrive.session.notes.SaveLedger.Verdict;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the application and its database at random instants while notes are saved, and
 * counts.
 */
class NoteDurabilityTests {

	private static final int CYCLES = Integer.getInteger("thrive.crash.cycles", 10);

	private static final int WRITERS = 4;

	/** Each writer every 80 ms: 50 saves a second. */
	private static final long PERIOD = 80;

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	@TempDir
	Path directory;

	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	@DisplayName("N3 kill -9 of the application, its database or both loses, doubles and invents no note")
	void nothingIsLostDoubledOrInvented(TestReporter reporter) throws Exception {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		SaveLedger ledger = new SaveLedger();
		try (ChildApplication application = new ChildApplication(this.directory)) {
			application.start();
			RunningSession session = session(application.database());
			List<NoteWriter> writers = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				writers.add(new NoteWriter(application, ledger, session));
			}
			ScheduledExecutorService load = Executors.newScheduledThreadPool(WRITERS);
			List<Future<?>> running = new ArrayList<>();
			for (NoteWriter writer : writers) {
				running.add(load.scheduleAtFixedRate(() -> writer.write(random.nextInt(3) == 0), 0, PERIOD,
						TimeUnit.MILLISECONDS));
			}
			for (Victim victim : victims(random)) {
				awaitSaves(ledger, 5 + random.nextInt(40));
				kill(victim, application);
			}
			awaitSaves(ledger, 20);
			assertThat(running).as("writers that gave up").noneMatch(Future::isDone);
			finish(load);

			Verdict verdict = ledger.compareWith(stored(application.database(), session));
			reporter.publishEntry("acknowledged saves over " + CYCLES + " crashes",
					String.valueOf(ledger.acknowledgements()));
			assertThat(verdict.lost()).as("lost, seed %d", seed).isEmpty();
			assertThat(verdict.duplicates()).as("duplicates, seed %d", seed).isEmpty();
			assertThat(verdict.phantoms()).as("phantoms, seed %d", seed).isEmpty();
			assertThat(verdict.unresolved()).as("unresolved, seed %d", seed).isEmpty();
			assertThat(session.noteCount()).isEqualTo(distinctNotes(application.database(), session));
			assertThat(ledger.acknowledgements()).isGreaterThan(CYCLES * 5);
		}
	}

	@Test
	@DisplayName("N3 control: the count sees what is lost, doubled, invented and left open")
	void theCountSeesEachFault() {
		SaveLedger ledger = new SaveLedger();
		Save kept = new Save(UUID.randomUUID(), 1, "kept");
		Save lost = new Save(UUID.randomUUID(), 1, "lost");
		Save open = new Save(UUID.randomUUID(), 1, "open");
		Save phantom = new Save(UUID.randomUUID(), 1, "phantom");
		List.of(kept, lost, open).forEach(ledger::sent);
		List.of(kept, lost).forEach(ledger::acknowledged);

		Verdict verdict = ledger.compareWith(List.of(kept, kept, phantom));

		assertThat(verdict.lost()).containsExactly(lost);
		assertThat(verdict.duplicates()).containsExactly(kept);
		assertThat(verdict.phantoms()).containsExactly(phantom);
		assertThat(verdict.unresolved()).containsExactly(open);
	}

	/** In ten: seven times the database, twice the application, once both. */
	private static List<Victim> victims(Random random) {
		List<Victim> victims = new ArrayList<>();
		for (int i = 0; i < CYCLES; i++) {
			victims.add((i % 10 < 7) ? Victim.DATABASE : (i % 10 < 9) ? Victim.APPLICATION : Victim.BOTH);
		}
		Collections.shuffle(victims, random);
		return victims;
	}

	private static void kill(Victim victim, ChildApplication application) throws IOException {
		if (victim != Victim.APPLICATION) {
			application.killDatabase();
		}
		if (victim != Victim.DATABASE) {
			application.killApplication();
			application.start();
		}
	}

	private static void awaitSaves(SaveLedger ledger, int more) {
		int goal = ledger.acknowledgements() + more;
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> ledger.acknowledgements() >= goal);
	}

	private static void finish(ScheduledExecutorService load) throws InterruptedException {
		load.shutdown();
		assertThat(load.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
	}

	private static List<Save> stored(JdbcClient database, RunningSession session) {
		return database.sql("""
				select r.note_id as id, r.version, r.text from note_revision r join note n on n.id = r.note_id
				where n.session_id = ?""").param(session.id()).query(Save.class).list();
	}

	private static int distinctNotes(JdbcClient database, RunningSession session) {
		return database
			.sql("""
					select count(distinct n.id) from note n join note_revision r on r.note_id = n.id and r.version = n.version
					    and r.text = n.text and r.accepted
					where n.session_id = ?""")
			.param(session.id())
			.query(Integer.class)
			.single();
	}

	private static RunningSession session(JdbcClient database) {
		Long person = database.sql("select id from person where email = 'facilitator@thrive.example'")
			.query(Long.class)
			.single();
		Long study = database
			.sql("insert into study (name, created_by, created_at) values ('Study to crash', ?, now()) returning id")
			.param(person)
			.query(Long.class)
			.single();
		Long member = database
			.sql("insert into member (study_id, person_id, added_at) values (?, ?, now()) returning id")
			.params(study, person)
			.query(Long.class)
			.single();
		database.sql("insert into member_role (member_id, role) values (?, 'FACILITATOR')").param(member).update();
		return RunningSession.make(database, study, member);
	}

	private enum Victim {

		DATABASE, APPLICATION, BOTH

	}

}
