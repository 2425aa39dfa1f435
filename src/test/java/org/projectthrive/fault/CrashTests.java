package org.projectthrive.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.fault.SaveOracle.Verdict;
import org.projectthrive.fault.child.ChildFaults;
import org.projectthrive.session.notes.RunningSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the application with the database it brings along, one of them or both, while
 * notes are saved, and counts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(3600)
class CrashTests {

	private static final int WRITERS = 4;

	private final JsonMapper json = new JsonMapper();

	private ChildApplication application;

	private Facilitator facilitator;

	private List<NoteBrowser> browsers;

	@BeforeAll
	void startApplication() throws Exception {
		this.application = ChildApplication.shared();
		this.facilitator = Facilitator.make(this.application.database());
		this.browsers = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			this.browsers.add(NoteBrowser.signedIn(this.application.port(), this.facilitator));
		}
	}

	@Test
	@DisplayName("FLT4 N3 kill -9 of the database that comes along loses, doubles and invents no note")
	void databaseIsKilled(TestReporter reporter) throws Exception {
		List<Duration> healed = new ArrayList<>();
		try (Load load = load()) {
			for (int i = 0; i < 2 * Faults.REPEATS; i++) {
				load.awaitSaves(10);
				Optional<ProcessHandle> killed = this.application.databaseProcess();
				long begin = System.nanoTime();
				this.application.killDatabase();
				load.awaitNewSave();
				healed.add(Duration.ofNanos(System.nanoTime() - begin));
				assertThat(this.application.databaseProcess()).isPresent().isNotEqualTo(killed);
			}
			load.awaitSaves(20);
			Verdict verdict = load.finish(this.application.database());

			Faults.report(reporter, "FLT4 embedded database killed",
					"%d times, %s, first save after %s".formatted(healed.size(), verdict, healed));
			verdict.assertAllKept(40);
		}
	}

	/**
	 * The application alone is killed every second time, and by
	 * {@link SessionReplayTests}.
	 */
	@Test
	@DisplayName("FLT1 FLT2 FLT4 N3 kill -9 of the application and its database, between a commit and its reply, keeps every note and gives the same receipt again")
	void applicationIsKilledBetweenCommitAndReply(TestReporter reporter) throws Exception {
		List<Duration> ready = new ArrayList<>();
		try (Load load = load()) {
			RunningSession session = session();
			for (int i = 0; i < Faults.REPEATS; i++) {
				UUID id = UUID.randomUUID();
				load.awaitSaves(20);
				CompletableFuture<Void> unanswered = sendWithoutReply(session, id);
				await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(this.application.failpoint()));
				assertThat(this.application.databaseProcess()).isPresent();
				if (i % 2 == 0) {
					this.application.killDatabase();
				}
				this.application.kill();
				assertThat(unanswered).failsWithin(Duration.ofSeconds(30));

				ready.add(this.application.start());

				assertSameReceipt(session, id);
			}
			load.awaitSaves(20);
			Verdict verdict = load.finish(this.application.database());

			Faults.report(reporter, "FLT1 FLT2 FLT4 application killed",
					"%d times, %s, ready after %s".formatted(ready.size(), verdict, ready));
			verdict.assertAllKept(40);
		}
	}

	private Load load() throws IOException {
		return Load.of(this.browsers, session());
	}

	private RunningSession session() throws IOException {
		return Facilitator.session(this.application.database(), this.facilitator);
	}

	private CompletableFuture<Void> sendWithoutReply(RunningSession session, UUID id) {
		return CompletableFuture.runAsync(() -> {
			try {
				this.browsers.get(0)
					.put(session, id, "kept " + id, 0, Duration.ofSeconds(60), ChildFaults.FAILPOINT, "before reply");
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/** It had been committed before the kill: the first retry already meets it. */
	private void assertSameReceipt(RunningSession session, UUID id) throws Exception {
		long place = this.application.database()
			.sql("select seq from note where id = ? and version = 1")
			.param(id)
			.query(Long.class)
			.single();
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> again = this.browsers.get(0).put(session, id, "kept " + id, 0, Duration.ofSeconds(30));
			assertThat(again.statusCode()).isEqualTo(200);
			JsonNode receipt = this.json.readTree(again.body());
			assertThat(receipt.get("id").asString()).isEqualTo(id.toString());
			assertThat(receipt.get("version").asInt()).isEqualTo(1);
			assertThat(receipt.get("seq").asLong()).isEqualTo(place);
		}
		assertThat(session.texts(id, true)).containsExactly("kept " + id);
	}

}
