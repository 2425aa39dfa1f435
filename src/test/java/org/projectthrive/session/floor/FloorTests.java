package org.projectthrive.session.floor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.SqlCount;
import org.projectthrive.support.ThriveTest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class FloorTests extends FloorExamples {

	@Test
	@DisplayName("N1 the time used for each question comes out of when it was on the floor")
	void timeUsedPerQuestion() {
		floor(this.facilitator, first());
		longer(90);
		floor(this.lead, second());
		longer(30);
		floor(this.facilitator, first());
		longer(5);

		JsonNode now = changes(this.facilitator, 0);

		assertThat(now.get("floor").get("topic").asString()).isEqualTo(first());
		assertThat(now.get("used").get(first()).asLong()).isBetween(95L, 105L);
		assertThat(now.get("used").get(second()).asLong()).isBetween(30L, 40L);
		assertThat(count("floor_visit")).isEqualTo(3);
		this.session.ended("HELD", "0 seconds");
		long used = changes(this.facilitator, 0).get("used").get(first()).asLong();
		this.jdbc.sql("update focus_group_session set ended_at = ended_at + interval '1 hour' where id = ?")
			.param(this.session.id())
			.update();
		assertThat(changes(this.facilitator, 0).get("used").get(first()).asLong()).as("until the end")
			.isBetween(used + 3599, used + 3601);
		assertThat(changes(this.facilitator, 0).get("floor").isNull()).isTrue();
	}

	@Test
	@DisplayName("N1 the question that is on the floor already stays there, with its time")
	void sameAgainChangesNothing() {
		JsonNode first = body(floor(this.facilitator, first()));
		longer(60);
		long change = changes(this.lead, 0).get("change").asLong();

		JsonNode again = body(floor(this.lead, first()));

		assertThat(again.get("since").asLong()).isLessThan(first.get("since").asLong());
		assertThat(again.get("change").asLong()).isEqualTo(first.get("change").asLong());
		assertThat(changes(this.lead, 0).get("change").asLong()).isEqualTo(change);
		assertThat(count("floor_visit")).isEqualTo(1);
	}

	@Test
	@DisplayName("N1 a question is on the floor only while the session runs, and only one of its own")
	void floorIsOfARunningSession() {
		RunningSession sibling = RunningSession.make(this.jdbc, this.study.id());

		assertThat(floor(this.facilitator, "q" + sibling.firstQuestion())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(floor(this.facilitator, "nonsense")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(floor(this.facilitator, "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(body(floor(this.facilitator, "u1")).get("errors").has("topic")).isTrue();
		for (String stage : List.of("INVITED", "HELD", "CLOSED", "CANCELLED")) {
			this.session.stage(stage);
			assertThat(floor(this.facilitator, first())).as(stage).hasStatus(HttpStatus.CONFLICT);
		}
		assertThat(count("floor_visit")).isZero();
	}

	@Test
	@DisplayName("N1 two moderators who set different questions at once leave one on the floor, without a gap")
	void lastOneWins() {
		List<Integer> answers = Crowd.of(12,
				() -> floor(this.facilitator, Thread.currentThread().getId() % 2 == 0 ? first() : second())
					.getResponse()
					.getStatus());

		assertThat(answers).containsOnly(200);
		assertThat(this.jdbc.sql("select count(*) from floor_visit where session_id = ? and until is null")
			.param(this.session.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(this.jdbc.sql("""
				select count(*) from (select until, lead(since) over (order by id) as following from floor_visit
				where session_id = ?) visit where until > following""")
			.param(this.session.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("FLT12 the same question set 20 times at once is one visit and 20 equal receipts")
	void equalFloorsAreOne() {
		assertOneReceipt(Crowd.of(20, () -> floor(this.facilitator, first())));
		assertThat(count("floor_visit")).isEqualTo(1);
	}

	@Test
	@DisplayName("FLT12 the same topic parked 20 times at once is one row and 20 equal receipts")
	void equalParkedAreOne() {
		UUID id = UUID.randomUUID();

		assertOneReceipt(Crowd.of(20, () -> park(id, "Weekends", first(), false)));

		assertThat(count("parked_topic")).isEqualTo(1);
		assertThat(audited("parked-topic.saved", id.toString())).isEqualTo(1);
	}

	@Test
	@DisplayName("FLT12 the same unscripted question opened 20 times at once is one row and 20 equal receipts")
	void equalUnscriptedAreOne() {
		UUID id = UUID.randomUUID();

		assertOneReceipt(Crowd.of(20, () -> open(id, "What of nights?")));

		assertThat(count("unscripted_question")).isEqualTo(1);
		assertThat(count("unscripted_question_name")).isEqualTo(1);
	}

	@Test
	@DisplayName("N1 a parked topic is changed, ticked off, and read after the session")
	void parkedTopicsAreKept() {
		UUID id = UUID.randomUUID();
		park(id, "Weekends", first(), false);
		long change = changes(this.lead, 0).get("change").asLong();

		JsonNode receipt = body(park(this.facilitator, id, "Weekend calls", "", true, 1));

		assertThat(receipt.get("done").asBoolean()).isTrue();
		assertThat(receipt.get("change").asLong()).isEqualTo(change + 1);
		assertThat(changes(this.lead, 0).get("parked")).singleElement().satisfies((parked) -> {
			assertThat(parked.get("text").asString()).isEqualTo("Weekend calls");
			assertThat(parked.get("topic").isNull()).isTrue();
		});
		this.session.ended("HELD", "1 hour");
		assertThat(this.mvc.get()
			.uri(this.session.path("/notes"))
			.accept(MediaType.TEXT_HTML)
			.with(this.study.as(Role.ANALYST))).bodyText().contains("Weekend calls", "Taken up");
	}

	@Test
	@DisplayName("N4 a parked topic that somebody else has changed is not overwritten: both texts come back, and none is lost")
	void parkedTopicsAreNotOverwritten() {
		UUID id = UUID.randomUUID();
		park(id, "Weekends", first(), false);
		park(this.lead, id, "Weekend calls", first(), false, 1);

		MvcTestResult stale = park(this.facilitator, id, "Weekend shifts", first(), false, 1);

		assertThat(stale).hasStatus(HttpStatus.CONFLICT);
		assertThat(body(stale).get("yours").asString()).isEqualTo("Weekend shifts");
		assertThat(body(stale).get("current").asString()).isEqualTo("Weekend calls");
		assertThat(body(stale).get("version").asInt()).isEqualTo(2);
		assertThat(settle(id, 1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(changes(this.lead, 0).get("parked").get(0).get("text").asString()).isEqualTo("Weekend calls");
		assertThat(body(park(this.facilitator, id, "Weekend shifts", first(), false, 2)).get("version").asInt())
			.isEqualTo(3);
		assertThat(settle(id, 3)).hasStatus3xxRedirection();
		assertThat(body(park(this.lead, id, "Weekend shifts", first(), true, 2)).get("version").asInt())
			.as("the same twice")
			.isEqualTo(4);
		assertThat(audited("parked-topic.saved", id.toString())).isEqualTo(4);
	}

	@Test
	@DisplayName("N1 what does not fit is not parked")
	void whatIsNotParked() {
		UUID id = UUID.randomUUID();
		RunningSession other = RunningSession.make(this.jdbc, this.study.id());
		this.jdbc.sql("""
				insert into parked_topic (id, study_id, session_id, text, done, parked_by, parked_at)
				values (?, ?, ?, 'theirs', false, ?, now())""")
			.params(id, this.study.id(), other.id(), this.lead.id())
			.update();

		assertThat(park(id, "taken", "", false)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(body(park(UUID.randomUUID(), "  ", "", false)).get("errors").has("text")).isTrue();
		assertThat(body(park(UUID.randomUUID(), "x".repeat(501), "", false)).get("errors").has("text")).isTrue();
		assertThat(body(park(UUID.randomUUID(), "x", "q0", false)).get("errors").has("topic")).isTrue();
		this.session.ended("HELD", "25 hours");
		assertThat(park(UUID.randomUUID(), "late", "", false)).hasStatus(HttpStatus.CONFLICT);
		assertThat(count("parked_topic")).isZero();
	}

	@Test
	@DisplayName("N2 an unscripted question opened without a connection collects notes by the browser's own id")
	void unscriptedByTheBrowsersId() {
		UUID mine = UUID.randomUUID();
		UUID theirs = UUID.randomUUID();
		JsonNode opened = body(open(mine, "What of nights?"));
		JsonNode same = body(open(theirs, "What of nights?"));
		UUID note = UUID.randomUUID();

		MvcTestResult saved = note(this.lead, note, "\"unscriptedKey\": \"%s\"".formatted(theirs), "Quiet.", 0);
		MvcTestResult repeated = note(this.lead, note, "\"unscriptedKey\": \"%s\"".formatted(mine), "Quiet.", 0);

		assertThat(same.get("key")).isEqualTo(opened.get("key"));
		assertThat(same.get("uuid").asString()).isEqualTo(theirs.toString());
		assertThat(saved).hasStatus(HttpStatus.CREATED);
		assertThat(body(repeated)).isEqualTo(body(saved));
		JsonNode now = changes(this.lead, 0);
		assertThat(now.get("notes")).singleElement()
			.satisfies((line) -> assertThat(line.get("topic")).isEqualTo(opened.get("key")));
		assertThat(now.get("topics")).filteredOn((topic) -> topic.get("unscripted").asBoolean())
			.singleElement()
			.satisfies((topic) -> assertThat(topic.get("uuid").asString()).isEqualTo(mine.toString()));
		assertThat(body(floor(this.lead, theirs.toString())).get("topic")).isEqualTo(opened.get("key"));
	}

	@Test
	@DisplayName("N2 an id of another session opens nothing here, and no note goes under it")
	void unscriptedIdsOfOthersAreNotThere() {
		UUID id = UUID.randomUUID();
		open(id, "What of nights?");
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));

		assertThat(open(id, "What of nights?")).hasStatus(HttpStatus.NOT_FOUND);
		MvcTestResult note = note(this.lead, UUID.randomUUID(), "\"unscriptedKey\": \"%s\"".formatted(id), "x", 0);
		assertThat(note).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(body(note).get("errors").has("unscriptedKey")).isTrue();
		assertThat(body(open(UUID.randomUUID(), " ")).get("errors").has("wording")).isTrue();
		assertThat(count("unscripted_question")).isZero();
	}

	@Test
	@DisplayName("N4 what a screen reads takes few statements, and a change of the floor too")
	void fewStatements() {
		note(UUID.randomUUID(), "x", 0);

		assertThat(SqlCount.of(() -> changes(this.facilitator, 0))).hasSizeLessThanOrEqualTo(11);
		assertThat(SqlCount.of(() -> floor(this.facilitator, first()))).hasSizeLessThanOrEqualTo(11);
		assertThat(SqlCount.of(() -> floor(this.facilitator, first()))).hasSizeLessThanOrEqualTo(8);
	}

	private MvcTestResult settle(UUID id, int version) {
		return this.mvc.post()
			.uri(this.session.path("/live/parked/" + id))
			.param("then", "DONE")
			.param("version", String.valueOf(version))
			.accept(MediaType.TEXT_HTML)
			.with(csrf())
			.with(this.facilitator.signedIn())
			.exchange();
	}

	private void assertOneReceipt(List<MvcTestResult> answers) {
		assertThat(answers).allSatisfy((answer) -> assertThat(answer).hasStatusOk());
		Set<JsonNode> receipts = new HashSet<>();
		answers.forEach((answer) -> receipts.add(body(answer)));
		assertThat(receipts).hasSize(1);
	}

	/** What is on the floor has been there for longer. */
	private void longer(int seconds) {
		this.jdbc.sql("""
				update floor_visit set since = since - :seconds * interval '1 second',
				    until = until - :seconds * interval '1 second' where session_id = :session""")
			.param("seconds", seconds)
			.param("session", this.session.id())
			.update();
	}

	private int audited(String action, String subject) {
		return this.jdbc.sql("select count(*) from audit_event where action = ? and subject_id = ?")
			.params(action, subject)
			.query(Integer.class)
			.single();
	}

}
