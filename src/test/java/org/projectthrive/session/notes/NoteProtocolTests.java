package org.projectthrive.session.notes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class NoteProtocolTests {

	private static final int AT_ONCE = 20;

	private final JsonMapper json = new JsonMapper();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private TestStudy study;

	private TestPerson writer;

	private RunningSession session;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.writer = this.study.person(Role.FACILITATOR);
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
	}

	@Test
	@DisplayName("N3 the same note sent 20 times at once leaves one row, one revision and 20 equal receipts")
	void equalSavesAtOnceAreOne() throws Exception {
		UUID id = UUID.randomUUID();

		List<MvcTestResult> answers = atOnce(AT_ONCE, (i) -> put(id, "Joy is an empty in-basket.", 0));

		assertThat(answers).allMatch((answer) -> List.of(200, 201).contains(answer.getResponse().getStatus()));
		assertThat(answers).filteredOn((answer) -> answer.getResponse().getStatus() == 201).hasSize(1);
		Set<JsonNode> receipts = new HashSet<>();
		for (MvcTestResult answer : answers) {
			receipts.add(body(answer));
		}
		assertThat(receipts).singleElement().satisfies((receipt) -> {
			assertThat(receipt.get("id").asString()).isEqualTo(id.toString());
			assertThat(receipt.get("version").asInt()).isEqualTo(1);
			assertThat(receipt.get("seq").asLong()).isPositive();
		});
		assertThat(this.session.noteCount()).isEqualTo(1);
		assertThat(this.session.texts(id, true)).containsExactly("Joy is an empty in-basket.");
		assertThat(audited("note.saved", id)).isEqualTo(1);
	}

	@Test
	@DisplayName("N3 control: looking first and inserting then, without a lock, fails for all but one")
	void withoutALockTheRaceShows() throws Exception {
		UUID id = UUID.randomUUID();
		CyclicBarrier allHaveLooked = new CyclicBarrier(4);

		List<Boolean> kept = atOnce(4, (i) -> naiveSave(id, allHaveLooked));

		assertThat(kept).containsOnlyOnce(true).contains(false);
	}

	@Test
	@DisplayName("N3 the same edit sent 20 times at once is one new version")
	void equalEditsAtOnceAreOne() throws Exception {
		UUID id = UUID.randomUUID();
		put(id, "first", 0);

		List<MvcTestResult> answers = atOnce(AT_ONCE, (i) -> put(id, "second", 1));

		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer).hasStatusOk();
			assertThat(body(answer).get("version").asInt()).isEqualTo(2);
		});
		assertThat(this.session.texts(id, true)).containsExactly("first", "second");
		assertThat(this.session.texts(id, false)).isEmpty();
	}

	@Test
	@DisplayName("N4 an edit of an outdated text is refused with both texts, kept, and overwrites nothing")
	void staleEditIsRefusedAndKept() {
		UUID id = UUID.randomUUID();
		put(id, "first", 0);
		put(id, "second", 1);

		MvcTestResult answer = put(id, "written on an old text", 1);
		MvcTestResult again = put(id, "written on an old text", 1);

		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(body(answer).get("yours").asString()).isEqualTo("written on an old text");
		assertThat(body(answer).get("current").asString()).isEqualTo("second");
		assertThat(body(answer).get("version").asInt()).isEqualTo(2);
		assertThat(again).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.session.texts(id, true)).containsExactly("first", "second");
		assertThat(this.session.texts(id, false)).containsExactly("written on an old text");
		assertThat(stored(id)).isEqualTo("second");
	}

	@Test
	@DisplayName("N3 an edit whose answer got lost gets its receipt although the note has moved on")
	void lateRepetitionGetsItsReceipt() {
		UUID id = UUID.randomUUID();
		put(id, "first", 0);
		JsonNode receipt = body(put(id, "second", 1));
		put(id, "third", 2);

		MvcTestResult repeated = put(id, "second", 1);

		assertThat(repeated).hasStatusOk();
		assertThat(body(repeated)).isEqualTo(receipt);
		assertThat(stored(id)).isEqualTo("third");
		assertThat(this.session.texts(id, false)).isEmpty();
	}

	@Test
	@DisplayName("N3 two writers with 100 edits each: every text is in the revisions, each once")
	void everyTextOfTwoWritersIsKept() throws Exception {
		UUID id = UUID.randomUUID();
		put(id, "start", 0);

		List<Integer> refusals = atOnce(2, (writerNumber) -> {
			int version = 1;
			int refused = 0;
			for (int i = 0; i < 100; i++) {
				MvcTestResult answer = put(id, "writer " + writerNumber + " edit " + i, version);
				refused += (answer.getResponse().getStatus() == 409) ? 1 : 0;
				version = body(answer).get("version").asInt();
			}
			return refused;
		});

		List<String> accepted = this.session.texts(id, true);
		List<String> refused = this.session.texts(id, false);
		List<String> sent = new ArrayList<>(List.of("start"));
		IntStream.range(0, 200).forEach((i) -> sent.add("writer " + i / 100 + " edit " + i % 100));
		List<String> kept = new ArrayList<>(accepted);
		kept.addAll(refused);
		assertThat(kept).containsExactlyInAnyOrderElementsOf(sent);
		assertThat(refused).hasSize(refusals.get(0) + refusals.get(1));
		assertThat(stored(id)).isEqualTo(accepted.get(accepted.size() - 1));
	}

	@Test
	@DisplayName("N4 only its author changes a note; what another facilitator sends is refused and kept")
	void onlyTheAuthorEdits() {
		UUID id = UUID.randomUUID();
		put(id, "mine", 0);

		MvcTestResult answer = put(this.study.person(Role.LEAD), this.session.path("/notes/" + id), note("theirs", 1));

		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(body(answer).get("detail").asString()).contains("Only who wrote a note");
		assertThat(stored(id)).isEqualTo("mine");
		assertThat(this.session.texts(id, false)).containsExactly("theirs");
	}

	@Test
	@DisplayName("N3 ids of another session or study are not there")
	void foreignIdsAreNotThere() {
		UUID id = UUID.randomUUID();
		put(id, "mine", 0);
		RunningSession sibling = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		RunningSession notMine = RunningSession.make(this.jdbc, this.study.id());
		TestStudy other = this.studies.fresh();
		RunningSession foreign = RunningSession.make(this.jdbc, other.id(), other.memberId(Role.FACILITATOR));

		assertThat(put(this.writer, sibling.path("/notes/" + id), note(sibling, "taken", 0)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(this.writer, sibling.path("/notes/" + id), note(sibling, "taken", 1)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(other.person(Role.FACILITATOR), foreign.path("/notes/" + id), note(foreign, "taken", 0)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(this.writer, notMine.path("/notes/" + UUID.randomUUID()), note(notMine, "x", 0)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(this.study.person(Role.LEAD), this.study.path("/sessions/" + foreign.id() + "/notes/" + id),
				note("taken", 0)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(this.writer, foreign.path("/notes/" + UUID.randomUUID()), note(foreign, "x", 0)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(this.writer, this.session.path("/notes/" + UUID.randomUUID()), note("x", 1)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(stored(id)).isEqualTo("mine");
		assertThat(foreign.noteCount() + sibling.noteCount() + notMine.noteCount()).isZero();
	}

	@Test
	@DisplayName("N3 only the lead and the facilitators of a session write its notes")
	void othersMayNotWrite() {
		String path = this.session.path("/notes/" + UUID.randomUUID());

		assertThat(put(this.study.person(Role.ANALYST), path, note("x", 0))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(put(this.study.person(Role.LEADER), path, note("x", 0))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.put()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(note("x", 0))
			.with(this.writer.signedIn())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.put().uri(path).contentType(MediaType.APPLICATION_JSON).content(note("x", 0)).with(csrf()))
			.hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.session.noteCount()).isZero();
		assertThat(put(this.study.person(Role.LEAD), path, note("x", 0))).hasStatus(HttpStatus.CREATED);
	}

	@Test
	@DisplayName("N3 a note that does not fit is refused, and the field is named")
	void whatDoesNotFitIsNamed() {
		Long strangeQuestion = RunningSession.make(this.jdbc, this.study.id()).firstQuestion();
		String question = "{\"questionId\": " + this.session.firstQuestion() + ", \"kind\": \"QUOTE\", ";

		assertThat(flaw(note("  ", 0))).isEqualTo("text");
		assertThat(flaw(note("x".repeat(10_001), 0))).isEqualTo("text");
		assertThat(flaw(note("a\\u0000b", 0))).isEqualTo("text");
		assertThat(flaw(note("half a \\ud83d", 0))).isEqualTo("text");
		assertThat(flaw(question + "\"text\": \"x\", \"speaker\": \"P77\"}")).isEqualTo("speaker");
		assertThat(flaw("{\"questionId\": " + strangeQuestion + ", \"kind\": \"QUOTE\", \"text\": \"x\"}"))
			.isEqualTo("questionId");
		assertThat(flaw("{\"kind\": \"QUOTE\", \"text\": \"x\"}")).isEqualTo("questionId");
		assertThat(flaw("{\"questionId\": 1, \"text\": \"x\"}")).isEqualTo("kind");
		assertThat(put(this.writer, this.session.path("/notes/" + UUID.randomUUID()), "{\"kind\": \"SHOUT\"}"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.session.noteCount()).isZero();
		assertThat(put(UUID.randomUUID(), "😀".repeat(10_000), 0)).hasStatus(HttpStatus.CREATED);
	}

	@Test
	@DisplayName("N3 notes are saved while the session runs and 24 hours on, so that a queue can drain")
	void savedWhileRunningAndADayOn() {
		UUID id = UUID.randomUUID();

		this.session.stage("INVITED");
		assertThat(put(id, "too early", 0)).hasStatus(HttpStatus.CONFLICT);
		this.session.ended("HELD", "23 hours");
		assertThat(put(id, "late", 0)).hasStatus(HttpStatus.CREATED);
		this.session.ended("DEBRIEFED", "25 hours");
		assertThat(put(id, "changed", 1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(put(UUID.randomUUID(), "too late", 0)).hasStatus(HttpStatus.CONFLICT);
		assertThat(put(id, "late", 0)).hasStatusOk();
		this.session.stage("CANCELLED");
		assertThat(put(UUID.randomUUID(), "cancelled", 0)).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.session.texts(id, true)).containsExactly("late");
	}

	@Test
	@DisplayName("N3 notes that waited are sent in one request: each has its own answer, and their order is that of writing")
	void manyNotesEachHaveTheirAnswer() {
		List<UUID> ids = IntStream.range(0, 50).mapToObj((i) -> UUID.randomUUID()).toList();
		UUID known = ids.get(7);
		JsonNode receipt = body(put(known, "note 7", 0));
		UUID changed = ids.get(9);
		put(changed, "first", 0);
		put(changed, "second", 1);
		UUID deleted = ids.get(11);
		put(deleted, "note 11", 0);
		MvcTestResult gone = this.mvc.delete()
			.uri(this.session.path("/notes/" + deleted + "?version=1"))
			.accept(MediaType.APPLICATION_JSON)
			.with(csrf())
			.with(this.writer.signedIn())
			.exchange();
		assertThat(gone).hasStatusOk();

		List<String> notes = new ArrayList<>();
		IntStream.range(0, 50).forEach((i) -> notes.add(withId(ids.get(i), note((i == 13) ? " " : "note " + i, 0))));
		JsonNode answers = body(putAll(notes));
		JsonNode again = body(putAll(notes));

		assertThat(answers).hasSize(50);
		assertThat(answers).extracting((answer) -> answer.get("id").asString())
			.containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
		assertThat(answers.get(7).get("status").asInt()).isEqualTo(200);
		assertThat(answers.get(7).get("body")).isEqualTo(receipt);
		assertThat(answers.get(9).get("status").asInt()).isEqualTo(409);
		assertThat(answers.get(9).get("body").get("current").asString()).isEqualTo("second");
		assertThat(answers.get(9).get("body").get("yours").asString()).isEqualTo("note 9");
		assertThat(answers.get(11).get("status").asInt()).isEqualTo(410);
		assertThat(answers.get(13).get("status").asInt()).isEqualTo(422);
		assertThat(answers.get(13).get("body").get("errors").has("text")).isTrue();
		List<Integer> others = IntStream.range(0, 50)
			.filter((i) -> !List.of(7, 9, 11, 13).contains(i))
			.boxed()
			.toList();
		List<Long> seqs = others.stream().map((i) -> answers.get(i).get("body").get("seq").asLong()).toList();
		assertThat(seqs).isSorted().doesNotHaveDuplicates();
		assertThat(others).allSatisfy((i) -> {
			assertThat(answers.get(i).get("status").asInt()).isEqualTo(201);
			assertThat(again.get(i).get("status").asInt()).isEqualTo(200);
			assertThat(again.get(i).get("body")).isEqualTo(answers.get(i).get("body"));
			assertThat(this.session.texts(ids.get(i), true)).containsExactly("note " + i);
			assertThat(audited("note.saved", ids.get(i))).isEqualTo(1);
		});
		assertThat(this.session.texts(changed, false)).containsExactly("note 9");
		assertThat(this.session.noteCount()).isEqualTo(48);
	}

	@Test
	@DisplayName("N3 one note of many that fails leaves those before it saved, and what is no list of notes saves nothing")
	void manyNotesAreNotOneTransaction() {
		UUID first = UUID.randomUUID();
		UUID theirs = UUID.randomUUID();
		RunningSession other = RunningSession.make(this.jdbc, this.study.id());
		put(this.study.person(Role.LEAD), other.path("/notes/" + theirs), note(other, "theirs", 0));

		JsonNode answers = body(putAll(List.of(withId(first, note("mine", 0)), withId(theirs, note("taken", 0)))));

		assertThat(answers.get(0).get("status").asInt()).isEqualTo(201);
		assertThat(answers.get(1).get("status").asInt()).isEqualTo(404);
		assertThat(this.session.texts(first, true)).containsExactly("mine");
		assertThat(putAll(List.of("null"))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(putAll(List.of(note("without an id", 0)))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(putAll(IntStream.range(0, 51).mapToObj((i) -> withId(UUID.randomUUID(), note("x", 0))).toList()))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(put(this.writer, other.path("/notes"), "[]")).hasStatus(HttpStatus.NOT_FOUND);
		JsonNode odd = body(putAll(List.of(withId(UUID.randomUUID(), note("what no text may hold: \\u0000", 0)),
				withId(UUID.randomUUID(), note("whole", 0)))));
		assertThat(odd.get(0).get("status").asInt()).isEqualTo(422);
		assertThat(odd.get(1).get("status").asInt()).isEqualTo(201);
		this.session.ended("HELD", "25 hours");
		JsonNode late = body(putAll(List.of(withId(UUID.randomUUID(), note("too late", 0)))));
		assertThat(late.get(0).get("status").asInt()).isEqualTo(409);
		assertThat(late.get(0).get("body").has("current")).isFalse();
		assertThat(this.session.noteCount()).isEqualTo(2);
	}

	private boolean naiveSave(UUID id, CyclicBarrier allHaveLooked) {
		try {
			this.transactions.executeWithoutResult((status) -> {
				boolean isThere = this.jdbc.sql("select exists (select from note where id = ?)")
					.param(id)
					.query(Boolean.class)
					.single();
				meet(allHaveLooked);
				assertThat(isThere).isFalse();
				this.jdbc
					.sql("""
							insert into note (id, study_id, session_id, question_id, kind, text, author_id, version, created_at,
							    changed_at) values (?, ?, ?, ?, 'QUOTE', 'x', ?, 1, now(), now())""")
					.params(id, this.study.id(), this.session.id(), this.session.firstQuestion(), this.writer.id())
					.update();
			});
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult putAll(List<String> notes) {
		return put(this.writer, this.session.path("/notes"), "[" + String.join(",", notes) + "]");
	}

	private static String withId(UUID id, String note) {
		return "{\"id\": \"" + id + "\", " + note.substring(1);
	}

	private MvcTestResult put(UUID id, String text, int baseVersion) {
		return put(this.writer, this.session.path("/notes/" + id), note(text, baseVersion));
	}

	private MvcTestResult put(TestPerson person, String path, String content) {
		return this.mvc.put()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content(content)
			.with(csrf())
			.with(person.signedIn())
			.exchange();
	}

	private String note(String text, int baseVersion) {
		return note(this.session, text, baseVersion);
	}

	private static String note(RunningSession session, String text, int baseVersion) {
		return "{\"questionId\": %d, \"kind\": \"QUOTE\", \"speaker\": \"P01\", \"text\": \"%s\", \"baseVersion\": %d}"
			.formatted(session.firstQuestion(), text, baseVersion);
	}

	private String flaw(String content) {
		MvcTestResult answer = put(this.writer, this.session.path("/notes/" + UUID.randomUUID()), content);
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return String.join(" ", body(answer).get("errors").propertyNames());
	}

	private JsonNode body(MvcTestResult answer) {
		return this.json.readTree(answer.getResponse().getContentAsByteArray());
	}

	private String stored(UUID id) {
		return this.jdbc.sql("select text from note where id = ?").param(id).query(String.class).single();
	}

	private int audited(String action, UUID id) {
		return this.jdbc.sql("select count(*) from audit_event where action = ? and subject_id = ?")
			.params(action, id.toString())
			.query(Integer.class)
			.single();
	}

	/** Runs the same task in many threads that start together. */
	private static <T> List<T> atOnce(int threads, Task<T> task) throws InterruptedException, ExecutionException {
		CyclicBarrier start = new CyclicBarrier(threads);
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<T>> tasks = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				int number = i;
				tasks.add(() -> {
					start.await();
					return task.run(number);
				});
			}
			List<T> results = new ArrayList<>();
			for (Future<T> result : pool.invokeAll(tasks)) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			pool.shutdownNow();
		}
	}

	interface Task<T> {

		T run(int number) throws Exception;

	}

}
