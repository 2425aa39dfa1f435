package org.projectthrive.session.floor;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Signals over real streams, with real threads. */
@ThriveTest
class SignalTests {

	private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

	private static final Duration LONG = Duration.ofSeconds(15);

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RunningSession session;

	private Screen noteTaker;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		this.noteTaker = screen(this.study.person(Role.FACILITATOR));
	}

	@Test
	@DisplayName("N4 what one facilitator saves is signalled to the other within two seconds, without its content")
	void savesAreSignalled() {
		Screen moderator = listening(this.study.person(Role.LEAD));
		long before = change(moderator);

		save(this.noteTaker, this.session, "Joy is an empty in-basket.");

		String signal = moderator.hear(TWO_SECONDS);
		assertThat(signal).isEqualTo("session {\"session\":%d,\"change\":%d}", this.session.id(), before + 1);
		JsonNode changes = moderator.json(this.session.path("/live/changes?after=" + before));
		assertThat(changes.get("notes")).singleElement()
			.satisfies((note) -> assertThat(note.get("text").asString()).isEqualTo("Joy is an empty in-basket."));
	}

	@Test
	@DisplayName("N4 the next stage, the floor and what is parked are signalled too")
	void everythingOnTheScreenIsSignalled() {
		Screen moderator = listening(this.study.person(Role.LEAD));

		this.noteTaker.put(this.session.path("/live/floor"), "{\"topic\":\"q" + this.session.firstQuestion() + "\"}");
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		this.noteTaker.put(this.session.path("/live/parked/" + UUID.randomUUID()), "{\"text\":\"Rest\"}");
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		this.noteTaker.put(this.session.path("/live/unscripted/" + UUID.randomUUID()),
				"{\"wording\":\"What of nights?\"}");
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		this.noteTaker.post(this.session.path("/end"));
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		assertThat(moderator.json(this.session.path("/live/changes")).get("stage").asString()).isEqualTo("HELD");
	}

	@Test
	@DisplayName("S7 consent, check-in and the marks of a recording reach the other screen within two seconds, in words")
	void recordingIsSignalled() {
		String path = this.session.path("/people/" + participant("P01") + "/consent");
		Screen moderator = listening(this.study.person(Role.LEAD));
		assertThat(recording(moderator).get("says").asString()).startsWith("Check in who is here first");

		this.noteTaker.post(path, "recording=false&how=VERBAL&here=true");
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		assertThat(recording(moderator).get("says").asString())
			.startsWith("Not to be started: one person checked in without agreeing to be recorded (P01).");
		assertThat(mark(this.noteTaker, true).body()).contains("one person", "(P01)");
		assertThat(mark(this.noteTaker, true).statusCode()).isEqualTo(409);
		this.noteTaker.post(path, "recording=true&how=VERBAL");
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		assertThat(mark(this.noteTaker, true).statusCode()).isEqualTo(200);
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		assertThat(recording(moderator).get("running").asBoolean()).isTrue();
		assertThat(recording(moderator).get("alarm").isNull()).isTrue();

		this.noteTaker.post(path, "recording=false&how=VERBAL");
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		assertThat(recording(moderator).get("alarm").asString())
			.startsWith("Stop the recording: P01 withdrew consent.");
		assertThat(mark(moderator, false).statusCode()).isEqualTo(200);
		assertThat(moderator.hear(TWO_SECONDS)).startsWith("session ");
		assertThat(recording(this.noteTaker).get("running").asBoolean()).isFalse();
		assertThat(recording(this.noteTaker).get("alarm").isNull()).isTrue();
	}

	@Test
	@DisplayName("N4 facilitators hear only of their own sessions")
	void othersSessionsAreNotHeard() {
		RunningSession notMine = RunningSession.make(this.jdbc, this.study.id());
		Screen listening = listening(this.study.person(Role.FACILITATOR));
		Screen lead = screen(this.study.person(Role.LEAD));

		save(lead, notMine, "not for everybody");
		Screen alsoLead = listening(this.study.person(Role.LEAD));
		save(lead, notMine, "nor this");
		assertThat(alsoLead.hear(TWO_SECONDS)).contains("{\"session\":" + notMine.id());
		save(lead, this.session, "for both");

		assertThat(listening.hear(LONG)).contains("{\"session\":" + this.session.id());
	}

	@Test
	@DisplayName("SEC6 a stream ends after the role is taken away, after sign-out and after disabling")
	void streamsEndWithTheirRight() {
		TestPerson second = this.studies.person("second");
		Long member = this.studies.member(this.study.id(), second, Role.FACILITATOR);
		TestPerson third = this.studies.person("third");
		this.studies.member(this.study.id(), third, Role.FACILITATOR);
		Screen demoted = listening(second);
		Screen leaving = listening(this.study.person(Role.LEAD));
		Screen disabled = listening(third);
		Screen staying = listening(this.study.person(Role.FACILITATOR));

		this.jdbc.sql("update member_role set role = 'ANALYST' where member_id = ?").param(member).update();
		leaving.signOut();
		this.jdbc.sql("update person set disabled_at = now() where id = ?").param(third.id()).update();

		assertThat(demoted.hear(LONG)).isEqualTo(Screen.END);
		assertThat(leaving.hear(LONG)).isEqualTo(Screen.END);
		assertThat(disabled.hear(LONG)).isEqualTo(Screen.END);
		assertThat(staying.heard()).isEmpty();
		assertThat(demoted.get(this.study.path("/signals"), "text/event-stream").statusCode()).isEqualTo(403);
		assertThat(leaving.get(this.study.path("/signals"), "text/event-stream").statusCode()).isEqualTo(401);
		assertThat(disabled.get(this.study.path("/signals"), "text/event-stream").statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("SEC6 a stream is an event stream that nobody stores or holds back, and for nobody else")
	void streamsAreGuarded() {
		HttpResponse<Stream<String>> stream = this.noteTaker.listen(this.study.id());

		assertThat(stream.statusCode()).isEqualTo(200);
		assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
		assertThat(stream.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
		assertThat(stream.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(screen(this.study.person(Role.ANALYST)).get(this.study.path("/signals"), "text/event-stream")
			.statusCode()).isEqualTo(403);
		assertThat(screen(this.studies.person("stranger")).get(this.study.path("/signals"), "text/event-stream")
			.statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("SEC6 nobody holds more than twelve streams: the oldest makes way")
	void streamsOfOnePersonAreBounded() {
		TestPerson person = this.study.person(Role.LEAD);
		Screen oldest = listening(person);
		Screen others = screen(person);

		for (int i = 0; i < 11; i++) {
			others.listen(this.study.id());
			assertThat(others.hear(LONG)).startsWith("reread");
		}
		assertThat(oldest.heard()).isEmpty();
		others.listen(this.study.id());

		assertThat(oldest.hear(LONG)).isEqualTo(Screen.END);
		assertThat(others.hear(LONG)).startsWith("reread");
		assertThat(others.heard()).isEmpty();
	}

	@Test
	@DisplayName("N4 no change is missed although the node's listening connection is cut again and again")
	void cutConnectionsMissNothing() throws Exception {
		Screen moderator = listening(this.study.person(Role.LEAD));
		ExecutorService threads = Executors.newSingleThreadExecutor();
		Set<String> seen = new HashSet<>();
		long[] upTo = { 0 };

		Future<Integer> saved = threads.submit((Callable<Integer>) () -> {
			for (int i = 0; i < 40; i++) {
				save(this.noteTaker, this.session, "note " + i);
				if (i % 10 == 5) {
					cutListeningConnections();
				}
			}
			return 40;
		});
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			if (moderator.hear(LONG) != null) {
				JsonNode changes = moderator.json(this.session.path("/live/changes?after=" + upTo[0]));
				changes.get("notes").forEach((note) -> seen.add(note.get("text").asString()));
				upTo[0] = changes.get("change").asLong();
			}
			return seen.size() == 40;
		});

		assertThat(saved.get()).isEqualTo(40);
		threads.shutdown();
	}

	private void cutListeningConnections() {
		await().atMost(LONG)
			.until(() -> this.jdbc.sql("""
					select count(pg_terminate_backend(pid)) from pg_stat_activity
					where application_name = 'thrive_live' and datname = current_database()""")
				.query(Integer.class)
				.single() > 0);
	}

	private Screen listening(TestPerson person) {
		Screen screen = screen(person);
		assertThat(screen.listen(this.study.id()).statusCode()).isEqualTo(200);
		assertThat(screen.hear(LONG)).isEqualTo("reread {}");
		return screen;
	}

	private Screen screen(TestPerson person) {
		return Screen.of(this.port, person, this.jdbc);
	}

	private Long participant(String code) {
		return this.jdbc.sql("select id from participant where study_id = ? and code = ?")
			.params(this.study.id(), code)
			.query(Long.class)
			.single();
	}

	private HttpResponse<String> mark(Screen screen, boolean running) {
		return screen.put(this.session.path("/live/recording"), "{\"running\": " + running + "}");
	}

	private JsonNode recording(Screen screen) {
		return screen.json(this.session.path("/live/changes")).get("recording");
	}

	private long change(Screen screen) {
		return screen.json(this.session.path("/live/changes")).get("change").asLong();
	}

	private static void save(Screen screen, RunningSession session, String text) {
		assertThat(screen.put(session.path(Screen.newNote()), Screen.note(session.firstQuestion(), text)).statusCode())
			.isEqualTo(201);
	}

}
