package org.projectthrive.session.people;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionLock;
import org.projectthrive.session.WithoutLock;
import org.projectthrive.session.consent.ConsentHow;
import org.projectthrive.session.consent.ConsentItem;
import org.projectthrive.session.consent.Consents;
import org.projectthrive.session.names.RosterWords;
import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.StudyAccess;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Nobody is recorded who has not agreed to it. */
@ThriveTest
class RecordingTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private Recordings recordings;

	@Autowired
	private CheckIn checkIn;

	@Autowired
	private Consents consents;

	@Autowired
	private RosterWords roster;

	@Autowired
	private StudyAccess access;

	@Autowired
	private AuditLog audit;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	private TestPerson facilitator;

	private Membership me;

	private RunningSession session;

	/** P01 agrees to everything and is here; P02 has not been asked. */
	@BeforeEach
	void open() {
		TestStudy study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, study.id(), study.memberId(Role.FACILITATOR));
		this.facilitator = study.person(Role.FACILITATOR);
		this.me = this.access.find(study.id(), this.facilitator.id()).orElseThrow();
		answer("P01", true);
		this.checkIn.attended(this.me, this.session.id(), Set.of(participant("P01")), Set.of());
	}

	@Test
	@DisplayName("S7 a recording starts when everybody checked in has agreed to it, once, and stops with the session")
	void startsWhenAllAgree() {
		this.checkIn.attended(this.me, this.session.id(), Set.of(participant("P02")), Set.of());
		refused(this::start, "recording.refused.consent");
		answer("P02", false);
		refused(this::start, "recording.refused.consent");
		answer("P02", true);

		start();

		refused(this::start, "recording.refused.running");
		assertThat(state().isRunning()).isTrue();
		assertThat(state().running()).satisfies((mark) -> assertThat(mark.startedBy()).isNotBlank());
		this.recordings.stop(this.me, this.session.id());
		refused(() -> this.recordings.stop(this.me, this.session.id()), "recording.refused.stopped");
		assertThat(this.recordings.ofSession(this.me.study().id(), this.session.id())).singleElement()
			.satisfies((mark) -> assertThat(mark.isRunning()).isFalse());
	}

	@Test
	@DisplayName("S7 without anybody checked in, or before and after the session, no recording starts")
	void startsOnlyWithSomebodyThere() {
		this.checkIn.attended(this.me, this.session.id(), Set.of(), Set.of(participant("P01")));
		refused(this::start, "recording.refused.nobody");
		this.session.stage("INVITED");
		refused(this::start, "recording.refused.stage");
		this.session.ended("HELD", "1 minute");
		refused(this::start, "recording.refused.stage");
	}

	@Test
	@DisplayName("S7 while a recording runs nobody is checked in who has not agreed; a withdrawal asks to stop it")
	void runningRecordingBarsTheDoor() {
		start();

		refused(() -> come("P02"), "session.attendance.recorded.against");
		assertThat(attended("P02")).isFalse();
		answer("P02", true);
		come("P02");
		assertThat(state().mustStop()).isFalse();

		answer("P02", false);
		assertThat(state().mustStop()).isTrue();
		assertThat(state().against()).containsExactly("P02");
	}

	@Test
	@DisplayName("S7 the refusal says how many have not agreed, by code; the same mark again changes nothing")
	void refusalNamesCodes() {
		come("P02");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(this::start)
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly("P02", 1));
		answer("P02", true);

		mark(true);
		mark(true);

		assertThat(state().isRunning()).isTrue();
		assertThat(state().marks()).hasSize(1);
		answer("P02", false);
		assertThat(state().alarm()).isEqualTo("recording.mustStop.withdrawn");
		mark(false);
		mark(false);
		assertThat(state().isRunning()).isFalse();
	}

	@Test
	@DisplayName("S7 without a script the live page starts and stops the recording too, and says whom it must not record")
	void liveFormMarks() {
		assertThat(live()).contains("Not recorded", "Everybody checked in (1) has agreed to be recorded.");
		assertThat(form("start")).hasRedirectedUrl(this.session.path("/live"));
		assertThat(live()).contains("Marked as running since").doesNotContain("withdrew consent");
		answer("P01", false);
		assertThat(live()).contains("Stop the recording: P01 withdrew consent.");
		assertThat(form("stop")).hasRedirectedUrl(this.session.path("/live"));
		assertThat(live()).contains("one person checked in without agreeing to be recorded (P01)");
		assertThat(form("start")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("S7 who said no to taking part is not checked in")
	void objectorIsNotCheckedIn() {
		this.transactions.executeWithoutResult((status) -> this.consents.add(this.me.study().id(), participant("P02"),
				Map.of(ConsentItem.TAKE_PART, false), ConsentHow.WRITTEN, null));

		refused(() -> come("P02"), "session.attendance.against");
	}

	@Test
	@DisplayName("S7 a check-in that is not finished holds back the start of the recording, which then sees it")
	void startWaitsForTheDoor() {
		CompletableFuture<Void> start = this.transactions.execute((status) -> {
			come("P02");
			CompletableFuture<Void> other = CompletableFuture.runAsync(this::start);
			assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS));
			return other;
		});

		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> start.join())
			.withCauseInstanceOf(RuleViolation.class);
		assertThat(state().isRunning()).isFalse();
	}

	@Test
	@DisplayName("S7 control: without the lock both would happen, and somebody be recorded who has not agreed")
	void withoutTheLockBothHappen() {
		SessionLock none = new WithoutLock(this.jdbc);
		Recordings unguarded = new Recordings(none, this.jdbc, this.audit, Clock.systemUTC());
		CheckIn door = new CheckIn(none, this.consents, this.roster, this.jdbc, this.audit);

		CompletableFuture<Void> start = this.transactions.execute((status) -> {
			door.attended(this.me, this.session.id(), Set.of(participant("P02")), Set.of());
			CompletableFuture<Void> other = CompletableFuture.runAsync(() -> this.transactions
				.executeWithoutResult((inner) -> unguarded.start(this.me, this.session.id())));
			await().until(this::somebodyWaits); // has looked, and waits for the number of
												// its change
			return other;
		});
		start.orTimeout(5, TimeUnit.SECONDS).join();

		assertThat(state().mustStop()).isTrue();
		assertThat(state().alarm()).isEqualTo("recording.mustStop.against");
	}

	@RepeatedTest(10)
	@DisplayName("S7 a check-in without consent and a start at the same moment: one of them is refused")
	void oneOfTheTwoIsRefused() throws Exception {
		CyclicBarrier together = new CyclicBarrier(2);
		CompletableFuture<Boolean> start = attempt(together, this::start);
		CompletableFuture<Boolean> come = attempt(together, () -> come("P02"));

		assertThat(List.of(start.get(10, TimeUnit.SECONDS), come.get(10, TimeUnit.SECONDS)))
			.containsExactlyInAnyOrder(true, false);
		assertThat(state().mustStop()).isFalse();
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql(
				"select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database())")
			.query(Boolean.class)
			.single();
	}

	private static CompletableFuture<Boolean> attempt(CyclicBarrier together, Runnable action) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				together.await(5, TimeUnit.SECONDS);
				action.run();
				return true;
			}
			catch (RuleViolation ex) {
				return false;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static void refused(Runnable action, String messageKey) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(action::run).withMessage(messageKey);
	}

	private void start() {
		this.recordings.start(this.me, this.session.id());
	}

	private void mark(boolean running) {
		this.recordings.mark(this.me, this.session.id(), running);
	}

	private MvcTestResult form(String verb) {
		return this.mvc.post()
			.uri(this.session.path("/recording/" + verb))
			.param("from", "LIVE")
			.accept(MediaType.TEXT_HTML)
			.with(csrf())
			.with(this.facilitator.signedIn())
			.exchange();
	}

	private String live() {
		return new String(this.mvc.get()
			.uri(this.session.path("/live"))
			.accept(MediaType.TEXT_HTML)
			.with(this.facilitator.signedIn())
			.exchange()
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void come(String code) {
		this.checkIn.attended(this.me, this.session.id(), Set.of(participant(code)), Set.of());
	}

	private RecordingState state() {
		return this.recordings.state(this.me.study().id(), this.session.id());
	}

	private void answer(String code, boolean recording) {
		this.transactions.executeWithoutResult((status) -> this.consents.add(this.me.study().id(), participant(code),
				Map.of(ConsentItem.TAKE_PART, true, ConsentItem.RECORDING, recording), ConsentHow.VERBAL,
				this.me.personId()));
	}

	private boolean attended(String code) {
		return this.jdbc.sql("select attended from session_participant where session_id = ? and participant_id = ?")
			.params(this.session.id(), participant(code))
			.query(Boolean.class)
			.single();
	}

	private Long participant(String code) {
		return this.jdbc.sql("select id from participant where study_id = ? and code = ?")
			.params(this.me.study().id(), code)
			.query(Long.class)
			.single();
	}

}
