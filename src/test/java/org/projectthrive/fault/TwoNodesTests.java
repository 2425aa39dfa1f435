package org.projectthrive.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.Task;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.fault.Wire.Fate;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ballot.PollingStation;
import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.SecondNode;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two nodes on one database, of which the second may have a wrong clock. */
@ThriveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int EDITS = 100;

	private final JsonMapper json = new JsonMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private TimedRows rows;

	private SecondNode second;

	private Facilitator author;

	private Facilitator other;

	private NoteBrowser onFirst;

	private NoteBrowser onSecond;

	private RunningSession session;

	@BeforeAll
	void startSecond(@Autowired JdbcConnectionDetails database) throws Exception {
		this.rows = new TimedRows(this.jdbc);
		this.second = SecondNode.on(database);
		this.author = Facilitator.make(this.jdbc);
		this.other = this.author.colleague(this.jdbc);
		this.onFirst = NoteBrowser.signedIn(this.port, this.author);
		this.onSecond = this.onFirst.through(this.second.port());
	}

	@AfterAll
	void stopSecond() {
		this.second.close();
	}

	@BeforeEach
	void openSession() {
		this.session = Facilitator.session(this.jdbc, this.author, this.other);
	}

	@AfterEach
	void setClock() {
		this.second.setAhead(Duration.ZERO);
	}

	@Test
	@DisplayName("FLT11 two nodes, two people, 100 edits each of one note: every text is kept once, every refused one was shown as a conflict")
	void everyTextIsKept() throws Exception {
		UUID id = UUID.randomUUID();
		this.onFirst.put(this.session, id, "start", 0, PATIENCE);
		NoteBrowser colleague = NoteBrowser.signedIn(this.second.port(), this.other);
		List<NoteBrowser> browsers = List.of(this.onFirst, this.onSecond, colleague);
		AtomicInteger number = new AtomicInteger();

		List<List<String>> conflicts = Crowd.of(3, () -> {
			int mine = number.getAndIncrement();
			return edit(browsers.get(mine), id, "writer " + mine + " edit ");
		});

		List<String> sent = Stream.of(0, 1, 2)
			.flatMap((writer) -> Stream.iterate(0, (i) -> i + 1)
				.limit(EDITS)
				.map((i) -> "writer " + writer + " edit " + i))
			.toList();
		List<String> accepted = this.session.texts(id, true);
		List<String> refused = this.session.texts(id, false);
		assertThat(Stream.concat(accepted.stream(), refused.stream()).filter((text) -> !text.equals("start")))
			.containsExactlyInAnyOrderElementsOf(sent);
		assertThat(conflicts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(refused);
		assertThat(refused).as("only its author changes a note")
			.filteredOn((text) -> text.startsWith("writer 2"))
			.hasSize(EDITS);
		assertThat(accepted).hasSizeGreaterThan(EDITS);
	}

	/**
	 * Edits on what the last answer said is the newest version; returns what was refused.
	 */
	private List<String> edit(NoteBrowser browser, UUID id, String prefix) throws Exception {
		List<String> refused = new ArrayList<>();
		int version = 1;
		for (int i = 0; i < EDITS; i++) {
			HttpResponse<String> answer = browser.put(this.session, id, prefix + i, version, PATIENCE);
			JsonNode body = this.json.readTree(answer.body());
			assertThat(answer.statusCode()).isIn(200, 409);
			if (answer.statusCode() == 409) {
				assertThat(body.get("yours").asString()).isEqualTo(prefix + i);
				assertThat(body.get("current").asString()).isNotEmpty();
				refused.add(prefix + i);
			}
			version = body.get("version").asInt();
		}
		return refused;
	}

	@Test
	@DisplayName("FLT12 the same save 20 times at once on two nodes is one row and 20 equal receipts")
	void equalSavesAreOne() throws Exception {
		UUID id = UUID.randomUUID();
		AtomicInteger number = new AtomicInteger();

		List<HttpResponse<String>> answers = Crowd.of(20,
				() -> ((number.getAndIncrement() % 2 == 0) ? this.onFirst : this.onSecond).put(this.session, id,
						"Joy is an empty in-basket.", 0, PATIENCE));

		Set<JsonNode> receipts = new HashSet<>();
		answers.forEach((answer) -> receipts.add(this.json.readTree(answer.body())));
		assertThat(answers).allMatch((answer) -> answer.statusCode() / 100 == 2);
		assertThat(answers).filteredOn((answer) -> answer.statusCode() == 201).hasSize(1);
		assertThat(receipts).hasSize(1);
		assertThat(this.session.noteCount()).isEqualTo(1);
		assertThat(this.session.texts(id, true)).hasSize(1);
	}

	@Test
	@DisplayName("FLT12 a save whose answer got lost gets the same receipt from the other node, as a proxy would ask for it")
	void otherNodeGivesTheReceipt() throws Exception {
		UUID id = UUID.randomUUID();
		try (Wire wire = new Wire(this.port)) {
			wire.expect(Fate.responseCut(0));
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> this.onFirst.through(wire.port()).put(this.session, id, "Once", 0, PATIENCE));
		}

		HttpResponse<String> retried = this.onSecond.put(this.session, id, "Once", 0, PATIENCE);
		HttpResponse<String> again = this.onFirst.put(this.session, id, "Once", 0, PATIENCE);

		assertThat(retried.statusCode()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(retried.body());
		assertThat(this.session.texts(id, true)).containsExactly("Once");
	}

	@Test
	@DisplayName("FLT12 a double click on a plain form, and going back and sending it again, is one note")
	void formIsSentTwice() throws Exception {
		UUID id = UUID.randomUUID();

		List<HttpResponse<String>> clicks = Crowd.of(2, () -> this.onFirst.postNote(this.session, id, "Clicked"));
		HttpResponse<String> again = this.onSecond.postNote(this.session, id, "Clicked");

		assertThat(clicks).allMatch((answer) -> answer.statusCode() == 302);
		assertThat(again.statusCode()).isEqualTo(302);
		assertThat(this.session.texts(id, true)).containsExactly("Clicked");
		assertThat(this.session.noteCount()).isEqualTo(1);
	}

	@ParameterizedTest(name = "FLT17 notes stand in the order in which they were saved although a node is {0} ahead")
	@ValueSource(strings = { "PT1H", "PT-1H" })
	void orderIsThatOfTheDatabase(Duration ahead) throws Exception {
		this.second.setAhead(ahead);
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			texts.add("note number " + i);
			((i % 2 == 0) ? this.onSecond : this.onFirst).put(this.session, UUID.randomUUID(), texts.get(i), 0,
					PATIENCE);
		}

		assertThat(shown(this.onFirst)).isEqualTo(texts);
		assertThat(shown(this.onSecond)).isEqualTo(texts);
	}

	private List<String> shown(NoteBrowser browser) throws Exception {
		return Jsoup.parse(browser.page(this.session.path("/live")).body()).select("#notes .live-note-text").eachText();
	}

	@ParameterizedTest(name = "FLT17 a ballot closes by the database''s time although its node is {0} ahead")
	@ValueSource(strings = { "PT1H", "PT-1H" })
	void ballotClosesByTheDatabasesTime(Duration ahead) {
		this.second.setAhead(ahead);
		Long ballot = this.rows.openBallot(this.author);
		OffsetDateTime before = this.rows.databaseTime();

		this.second.bean(PollingStation.class).close(this.author.studyId(), ballot, this.author.personId());

		OffsetDateTime closed = this.jdbc.sql("select closed_at from ballot where id = ? and opened_at <= closed_at")
			.param(ballot)
			.query(OffsetDateTime.class)
			.single();
		assertThat(closed).isBetween(before, this.rows.databaseTime());
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.second.bean(PollingStation.class)
				.cast(this.author.studyId(), ballot, this.author.personId(), Set.of(1L)))
			.withMessage("ballot.closed");
	}

	@ParameterizedTest(name = "FLT17 a node that is {0} ahead forgets the sessions that have ended and no other")
	@ValueSource(strings = { "PT1H", "PT-1H" })
	void sessionsEndByTheDatabasesTime(Duration ahead) {
		this.second.setAhead(ahead);
		String ended = this.rows.sessionThatEnds("- interval '30 minutes'");
		String going = this.rows.sessionThatEnds("+ interval '30 minutes'");

		run((Task<?>) this.second.bean("forgetEndedSessions", Task.class));

		assertThat(this.jdbc.sql("select session_id from spring_session where session_id in (?, ?)")
			.params(ended, going)
			.query(String.class)
			.list()).containsExactly(going);
	}

	private static <T> void run(Task<T> task) {
		task.execute(task.instance("now"), null);
	}

	@ParameterizedTest(
			name = "FLT17 a node whose clock is {0} ahead of the database''s answers {1} when asked whether it is ready")
	@CsvSource({ "PT0S, 200", "PT1S, 200", "PT-1S, 200", "PT5S, 503", "PT-5S, 503", "PT1H, 503" })
	void wrongClocksAreNotReady(Duration ahead, int status) {
		this.second.setAhead(ahead);

		assertThat(readiness(this.second.port())).isEqualTo(status);
		assertThat(readiness(this.port)).isEqualTo(200);
	}

	private static int readiness(int port) {
		return Visitor.at(port).get("/actuator/health/readiness", "Accept", "application/json").statusCode();
	}

}
