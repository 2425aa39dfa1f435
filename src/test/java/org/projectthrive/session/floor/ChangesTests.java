package org.projectthrive.session.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.projectthrive.study.Role;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class ChangesTests extends FloorExamples {

	private static final long DAY = Duration.ofDays(1).toMillis();

	@Autowired
	private TransactionTemplate transactions;

	@Test
	@DisplayName("N4 a later change waits for an earlier one that is not committed yet, so that no reader passes it")
	void changesCommitInTheirOrder() throws Exception {
		ExecutorService threads = Executors.newSingleThreadExecutor();
		UUID early = UUID.randomUUID();
		UUID late = UUID.randomUUID();
		note(early, "early", 0);
		long seen = changes(this.lead, 0).get("change").asLong();

		Future<MvcTestResult> second = this.transactions.execute((status) -> {
			this.jdbc.sql("update note set text = 'earlier' where id = ?").param(early).update();
			Future<MvcTestResult> saving = threads.submit((Callable<MvcTestResult>) () -> note(late, "late", 0));
			await().until(this::somebodyWaits);
			return saving;
		});

		assertThat(second.get()).hasStatus(HttpStatus.CREATED);
		JsonNode now = changes(this.lead, seen);
		assertThat(now.get("notes")).extracting((note) -> note.get("text").asString())
			.containsExactly("earlier", "late");
		assertThat(now.get("notes")).extracting((note) -> note.get("change").asLong())
			.containsExactly(seen + 1, seen + 2);
		threads.shutdown();
	}

	@Test
	@DisplayName("N4 a screen that always asks for what is after its number sees every note of four writers")
	void readersMissNothing() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> writers = new ArrayList<>();
		AtomicInteger number = new AtomicInteger();
		for (int writer = 0; writer < 4; writer++) {
			writers.add(threads.submit(() -> {
				for (int i = 0; i < 15; i++) {
					note(UUID.randomUUID(), "note " + number.incrementAndGet(), 0);
				}
			}));
		}
		Set<String> seen = new HashSet<>();
		long[] change = { 0 };

		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(1)).until(() -> {
			JsonNode now = changes(this.lead, change[0]);
			now.get("notes").forEach((note) -> seen.add(note.get("text").asString()));
			change[0] = now.get("change").asLong();
			return writers.stream().allMatch(Future::isDone) && now.get("notes").isEmpty();
		});

		assertThat(seen).hasSize(60);
		threads.shutdown();
	}

	@Test
	@DisplayName("N4 more changes than fit into one answer come in several, none twice and none left out")
	void manyChangesComeInParts() {
		this.jdbc
			.sql("""
					insert into note (id, study_id, session_id, question_id, kind, text, author_id, version, created_at, changed_at)
					select gen_random_uuid(), :study, :session, :question, 'QUOTE', 'note ' || n, :author, 1, now(), now()
					from generate_series(1, 600) n""")
			.param("study", this.study.id())
			.param("session", this.session.id())
			.param("question", this.session.firstQuestion())
			.param("author", this.lead.id())
			.update();

		JsonNode first = changes(this.facilitator, 0);
		JsonNode second = changes(this.facilitator, first.get("change").asLong());

		assertThat(first.get("more").asBoolean()).isTrue();
		assertThat(first.get("notes")).hasSize(500);
		assertThat(second.get("more").asBoolean()).isFalse();
		assertThat(second.get("notes")).hasSize(100);
		assertThat(changes(this.facilitator, second.get("change").asLong()).get("notes")).isEmpty();
	}

	@Test
	@DisplayName("N3 its author deletes a note: the text stays in the revisions, and nobody reads it any more")
	void notesAreDeleted() {
		UUID id = UUID.randomUUID();
		note(id, "first", 0);
		note(id, "better unsaid", 1);
		long seen = changes(this.lead, 0).get("change").asLong();

		assertThat(delete(this.lead, id, 2)).hasStatus(HttpStatus.CONFLICT);
		assertThat(delete(this.facilitator, id, 1)).hasStatus(HttpStatus.CONFLICT);
		MvcTestResult deleted = delete(this.facilitator, id, 2);
		MvcTestResult again = delete(this.facilitator, id, 2);

		assertThat(deleted).hasStatusOk();
		assertThat(body(again)).isEqualTo(body(deleted));
		JsonNode now = changes(this.lead, seen);
		assertThat(now.get("deleted")).singleElement()
			.satisfies((gone) -> assertThat(gone.asString()).isEqualTo(id.toString()));
		assertThat(now.get("notes")).isEmpty();
		assertThat(this.session.noteCount()).isZero();
		assertThat(this.session.texts(id, true)).containsExactly("first", "better unsaid");
		assertThat(this.mvc.get()
			.uri(this.session.path("/notes"))
			.accept(MediaType.TEXT_HTML)
			.with(this.study.as(Role.ANALYST))).bodyText().contains("Live notes").doesNotContain("better unsaid");
		assertThat(note(id, "third", 2)).hasStatus(HttpStatus.GONE);
		assertThat(note(id, "first", 0)).hasStatus(HttpStatus.GONE);
		assertThat(this.session.texts(id, false)).containsExactly("third");
		assertThat(delete(this.facilitator, UUID.randomUUID(), 1)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("N3 a note that is deleted while its browser sends it again never comes back")
	void deletedNotesStayDeleted() {
		for (int round = 0; round < 10; round++) {
			UUID id = UUID.randomUUID();
			note(id, "mine", 0);
			AtomicInteger turn = new AtomicInteger();

			List<Integer> answers = Crowd.of(6,
					() -> ((turn.getAndIncrement() % 2 == 0) ? delete(this.facilitator, id, 1) : note(id, "mine", 0))
						.getResponse()
						.getStatus());

			assertThat(answers).isSubsetOf(200, 410).contains(200);
			assertThat(this.session.noteCount()).isZero();
			assertThat(this.session.texts(id, true)).containsExactly("mine");
		}
	}

	@Test
	@DisplayName("N3 a note is not deleted when the session is long over, or when the analysis uses it")
	void usedNotesStay() {
		UUID id = UUID.randomUUID();
		note(id, "mine", 0);
		Long theme = this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, 'Joy', 'POSITIVE', 1) returning id",
				this.study.id());
		this.jdbc.sql("""
				insert into coding (study_id, session_id, note_id, theme_id, analyst_id, start_at, end_at, coded_at)
				values (?, ?, ?, ?, ?, 0, 4, now())""")
			.params(this.study.id(), this.session.id(), id, theme, this.lead.id())
			.update();

		assertThat(delete(this.facilitator, id, 1)).hasStatus(HttpStatus.CONFLICT);
		this.jdbc.sql("delete from coding where note_id = ?").param(id).update();
		this.session.ended("DEBRIEFED", "25 hours");
		assertThat(delete(this.facilitator, id, 1)).hasStatus(HttpStatus.CONFLICT);
		this.session.ended("HELD", "23 hours");
		assertThat(delete(this.facilitator, id, 1)).hasStatusOk();
	}

	@Test
	@DisplayName("FLT17 with a browser clock a day off the order stays, and the time lies within the session's")
	void clocksOfBrowsersMayBeWrong() {
		long now = changes(this.lead, 0).get("now").asLong();
		long start = changes(this.lead, 0).get("startedAt").asLong();
		written("ahead", now + DAY);
		written("behind", now - DAY);
		written("right", now - 60_000);
		written("silent", null);
		written("absurd", Long.MAX_VALUE);
		written("earliest", Long.MIN_VALUE);

		JsonNode notes = changes(this.lead, 0).get("notes");
		long end = changes(this.lead, 0).get("now").asLong();

		assertThat(notes).extracting((note) -> note.get("text").asString())
			.containsExactly("ahead", "behind", "right", "silent", "absurd", "earliest");
		assertThat(notes).extracting((note) -> note.get("seq").asLong()).isSorted().doesNotHaveDuplicates();
		assertThat(notes).allSatisfy((note) -> assertThat(note.get("at").asLong()).isBetween(start, end));
		assertThat(at(notes, 0)).isBetween(now, end);
		assertThat(at(notes, 1)).isEqualTo(start);
		assertThat(at(notes, 2)).isEqualTo(now - 60_000);
		assertThat(at(notes, 3)).isBetween(now, end);
		assertThat(at(notes, 5)).isEqualTo(start);
	}

	@Test
	@DisplayName("N3 a note that waited on the device bears the time when it was written, also after the end")
	void lateNotesBearTheirTime() {
		long now = changes(this.lead, 0).get("now").asLong();
		this.session.ended("HELD", "1 minute");

		written("late", now - 120_000);

		assertThat(at(changes(this.lead, 0).get("notes"), 0)).isEqualTo(now - 120_000);
	}

	@Test
	@DisplayName("N3 who was taken off the session or the study meanwhile finds no session to save to")
	void whoLeftSavesNothing() {
		this.jdbc.sql("delete from session_facilitator where session_id = ?").param(this.session.id()).update();
		assertThat(note(UUID.randomUUID(), "late", 0)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(floor(this.facilitator, first())).hasStatus(HttpStatus.NOT_FOUND);
		TestPerson stranger = this.studies.person("stranger");
		assertThat(note(stranger, UUID.randomUUID(), "\"questionId\": " + this.session.firstQuestion(), "x", 0))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.session.noteCount()).isZero();
	}

	@Test
	@DisplayName("SEC24 who is signed out is told so, and not that a token is missing")
	void signedOutIsSaid() {
		for (String path : List.of("/live/changes", "/live/key")) {
			assertSignedOut(this.mvc.get().uri(this.session.path(path)).accept(MediaType.APPLICATION_JSON).exchange());
		}
		assertSignedOut(this.mvc.get().uri(this.study.path("/signals")).accept(MediaType.TEXT_EVENT_STREAM).exchange());
		for (String path : List.of("/live/floor", "/live/parked/" + UUID.randomUUID(),
				"/live/unscripted/" + UUID.randomUUID(), "/notes/" + UUID.randomUUID())) {
			assertSignedOut(this.mvc.put()
				.uri(this.session.path(path))
				.contentType(MediaType.APPLICATION_JSON)
				.content("{}")
				.exchange());
			assertSignedOut(this.mvc.put()
				.uri(this.session.path(path))
				.contentType(MediaType.APPLICATION_JSON)
				.content("{}")
				.with(csrf())
				.exchange());
		}
		assertSignedOut(this.mvc.delete()
			.uri(this.session.path("/notes/" + UUID.randomUUID() + "?version=1"))
			.header("Sec-Fetch-Mode", "cors")
			.exchange());
		assertThat(this.mvc.put()
			.uri(this.session.path("/live/floor"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.with(this.facilitator.signedIn())).as("signed in, without a token").hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri(this.session.path("/unscripted-questions")).param("wording", "x"))
			.as("a plain form of an ended session")
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private void assertSignedOut(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(answer).get("status").asInt()).isEqualTo(401);
		assertThat(answer.getResponse().getHeader("Location")).isNull();
	}

	private void written(String text, Long at) {
		assertThat(note(this.facilitator, UUID.randomUUID(),
				"\"questionId\": %d, \"clientSeq\": 1, \"writtenAt\": %d".formatted(this.session.firstQuestion(), at),
				text, 0))
			.hasStatus(HttpStatus.CREATED);
	}

	private static long at(JsonNode notes, int index) {
		return notes.get(index).get("at").asLong();
	}

	private boolean somebodyWaits() {
		return this.jdbc
			.sql("""
					select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database())""")
			.query(Boolean.class)
			.single();
	}

}
