package org.projectthrive.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.ParticipantService.Identity;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class SessionTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private SiteService sites;

	@Autowired
	private ParticipantService participants;

	@Autowired
	private SessionService sessions;

	@Autowired
	private SessionStages stages;

	@Autowired
	private ProgressService progress;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("S1 a site has a name, once per study, and a time zone of the list")
	void siteHasNameAndZone() {
		TestStudy study = this.studies.fresh();

		assertThat(this.mvc.get().uri(study.path("/sites")).with(study.as(Role.LEAD))).bodyText()
			.contains("No site yet");
		assertThat(post(study, "/sites").param("name", "Maple").param("zone", "America/Denver"))
			.hasStatus3xxRedirection();
		assertThat(post(study, "/sites").param("name", "Maple Two").param("zone", "Mars/Base"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("zone-error", "Maple Two");
		assertThat(post(study, "/sites").param("name", "maple").param("zone", "America/Denver"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(this.sites.ofStudy(study.id())).hasSize(1);
	}

	@Test
	@DisplayName("S1 a session that was planned keeps its hour when the time zone of its site is put right")
	void siteTakesItsSessionsAlong() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);

		assertThat(post(study, "/sites/" + site.id()).param("name", "Maple").param("zone", "America/New_York"))
			.hasStatus3xxRedirection();

		assertThat(this.sessions.get(study.id(), session).plan().startsAt())
			.isEqualTo(Instant.parse("2031-03-04T17:00:00Z"));
	}

	@Test
	@DisplayName("S1 codes run on without gap or double when eight add participants at once")
	void codesHoldUnderConcurrency() throws Exception {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		List<Callable<String>> additions = IntStream.range(0, 40)
			.<Callable<String>>mapToObj((n) -> () -> participant(study, site, "Person " + n, "").code())
			.toList();

		List<String> codes = inEightThreads(additions);

		assertThat(codes).containsExactlyInAnyOrderElementsOf(
				IntStream.rangeClosed(1, 40).mapToObj((n) -> String.format("P%02d", n)).toList());
	}

	@Test
	@DisplayName("S1 the list shows codes; the key is another page, and both are the lead's")
	void namesStayInTheKey() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		assertThat(post(study, "/participants").param("name", "Juniper Sample")
			.param("email", "juniper@clinic.example")
			.param("profession", "Internist")
			.param("siteId", site.id().toString())).hasStatus3xxRedirection();

		assertThat(this.mvc.get().uri(study.path("/participants")).with(study.as(Role.LEAD))).bodyText()
			.contains("P01", "Internist")
			.doesNotContain("Juniper", "juniper@");
		assertThat(this.mvc.get().uri(study.path("/participants/key")).with(study.as(Role.LEAD))).bodyText()
			.contains("P01", "Juniper Sample", "juniper@clinic.example");
		for (String page : List.of("/participants", "/participants/key", "/sites")) {
			for (Role role : List.of(Role.FACILITATOR, Role.ANALYST, Role.LEADER)) {
				assertThat(this.mvc.get().uri(study.path(page)).with(study.as(role))).hasStatus(HttpStatus.FORBIDDEN);
			}
		}
	}

	@Test
	@DisplayName("S1 a participant without name, or at a site of another study, is refused")
	void participantIsChecked() {
		TestStudy study = this.studies.fresh();
		TestStudy other = this.studies.fresh();
		Site elsewhere = this.sites.add(other.id(), "Elsewhere", "America/Denver");
		this.sites.add(study.id(), "Maple", "America/Denver");

		assertThat(post(study, "/participants").param("email", "nobody").param("profession", "Internist"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("name-error", "email-error", "siteId-error", "Internist");
		assertThat(post(study, "/participants").param("name", "A")
			.param("email", "a@clinic.example")
			.param("profession", "Internist")
			.param("siteId", elsewhere.id().toString())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("S1 a participant is removed only while in no session")
	void participantInASessionStays() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Participant participant = participant(study, site, "Juniper Sample", "");
		Long session = planned(study, site);
		expect(study, session, participant);

		String removal = "/participants/" + participant.id() + "/removal";
		assertThat(post(study, removal)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("is in a session");
		post(study, "/sessions/" + session + removal).exchange();
		assertThat(post(study, removal)).hasStatus3xxRedirection();

		assertThat(this.jdbc.sql("select count(*) from participant_key where study_id = ?")
			.param(study.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("S2 a session is planned with all that the method asks, on the clock of its site")
	void sessionIsPlanned() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");

		Long session = planned(study, site);

		assertThat(this.sessions.get(study.id(), session).plan().startsAt())
			.isEqualTo(Instant.parse("2031-03-04T19:00:00Z"));
		assertThat(this.mvc.get().uri(study.path("/sessions")).with(study.as(Role.ANALYST))).bodyText()
			.contains("Maple over lunch", "Tue 4 Mar 2031, 12:00", "Planned");
	}

	@Test
	@DisplayName("S2 a site session without a site, a pooled one without a zone, one person in both jobs: refused beside the field")
	void planIsChecked() {
		TestStudy study = this.studies.fresh();
		String lead = study.memberId(Role.LEAD).toString();

		assertThat(plan(post(study, "/sessions"), "SITE").param("moderators", lead).param("noteTakers", lead))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("siteId-error", "noteTakers-error", "Maple over lunch", "2031-03-04", "12:00");
		assertThat(plan(post(study, "/sessions"), "MAKE_UP")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("zone-error");
		assertThat(post(study, "/sessions").param("day", "some day").param("title", "Maple at noon"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("day-error", "some day", "Maple at noon");
		assertThat(post(study, "/sessions")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("title-error", "day-error", "minutes-error", "capacity-error");
		assertThat(plan(post(study, "/sessions"), "MAKE_UP").param("zone", "America/Denver")
			.param("moderators", study.memberId(Role.ANALYST).toString())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("S2 a change on top of somebody else's change is refused")
	void staleChangeIsRefused() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);
		String siteId = site.id().toString();
		int version = this.sessions.get(study.id(), session).version();

		assertThat(change(study, session, siteId, version)).hasStatus3xxRedirection();
		assertThat(change(study, session, siteId, version)).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("W3 no session starts without a published guide; with one it runs on the newest for good")
	void startNeedsAPublishedGuide() {
		TestStudy study = this.studies.fresh();
		Long session = planned(study, this.sites.add(study.id(), "Maple", "America/Denver"));
		post(study, "/sessions/" + session + "/invitation").exchange();

		assertThat(post(study, "/sessions/" + session + "/start")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("published guide");
		guide(study, 1);
		Long newest = guide(study, 2);
		assertThat(post(study, "/sessions/" + session + "/start"))
			.hasRedirectedUrl(study.path("/sessions/" + session + "/live"));
		guide(study, 3);

		assertThat(this.sessions.get(study.id(), session).guideId()).isEqualTo(newest);
		assertThat(this.mvc.get().uri(study.path("/sessions/" + session)).with(study.as(Role.FACILITATOR))).bodyText()
			.contains("In progress", "Version 2");
	}

	@Test
	@DisplayName("S3 only the lead and the session's own facilitators run it; every change is in the audit log")
	void onlyItsOwnPeopleRunIt() {
		TestStudy study = this.studies.fresh();
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(study.id(), stranger, Role.FACILITATOR);
		Long session = planned(study, this.sites.add(study.id(), "Maple", "America/Denver"));
		guide(study, 1);
		String path = study.path("/sessions/" + session);

		for (String change : List.of("/invitation", "/start", "/attendance", "/end")) {
			assertThat(this.mvc.post().uri(path + change).with(csrf()).with(stranger.signedIn()))
				.hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.mvc.post().uri(path + change).with(csrf()).with(study.as(Role.ANALYST)))
				.hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.mvc.post().uri(path + change).with(csrf()).with(study.as(Role.FACILITATOR)))
				.hasStatus3xxRedirection();
		}

		assertThat(this.jdbc.sql("select action from audit_event where study_id = ? and subject_id = ? and action like 'session.%' order by id")
			.params(study.id(), session.toString())
			.query(String.class)
			.list()).containsExactly("session.planned", "session.invited", "session.started",
					"session.attendance.recorded", "session.ended");
	}

	@Test
	@DisplayName("P3 names are for the lead and the session's facilitators; others see codes, leaders nothing")
	void namesAreHidden() {
		TestStudy study = this.studies.fresh();
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(study.id(), stranger, Role.FACILITATOR);
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);
		expect(study, session, participant(study, site, "Juniper Sample", ""));
		String path = study.path("/sessions/" + session);

		for (Role role : List.of(Role.LEAD, Role.FACILITATOR)) {
			assertThat(this.mvc.get().uri(path).with(study.as(role))).bodyText()
				.contains("P01", "Juniper Sample", "https://video.example/1");
		}
		assertThat(this.mvc.get().uri(path).with(study.as(Role.ANALYST))).bodyText()
			.contains("P01")
			.doesNotContain("Juniper", "video.example");
		assertThat(this.mvc.get().uri(path).with(stranger.signedIn())).bodyText()
			.contains("P01")
			.doesNotContain("Juniper", "video.example");
		assertThat(this.mvc.get().uri(path).with(study.as(Role.LEADER))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(study.path("/sessions")).with(study.as(Role.LEADER)))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("P3 whose role is no longer that of a facilitator sees no names any more")
	void formerFacilitatorSeesCodes() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);
		expect(study, session, participant(study, site, "Juniper Sample", ""));
		this.jdbc.sql("update member_role set role = 'ANALYST' where member_id = ?")
			.param(study.memberId(Role.FACILITATOR))
			.update();

		assertThat(this.mvc.get().uri(study.path("/sessions/" + session)).with(study.as(Role.FACILITATOR))).hasStatusOk()
			.bodyText()
			.doesNotContain("Juniper");
	}

	@Test
	@DisplayName("S2 the places of a session hold when many are added at once")
	void capacityHoldsUnderConcurrency() throws Exception {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);
		List<Long> people = IntStream.range(0, 16).mapToObj((n) -> participant(study, site, "P" + n, "").id()).toList();

		List<Boolean> added = inEightThreads(
				people.stream().<Callable<Boolean>>map((person) -> () -> isExpected(study, session, person)).toList());

		assertThat(added.stream().filter(Boolean::booleanValue)).hasSize(8);
		assertThat(this.jdbc.sql("select count(*) from session_participant where session_id = ?")
			.param(session)
			.query(Integer.class)
			.single()).isEqualTo(8);
	}

	@Test
	@DisplayName("S2 double-booked facilitators and managers beside their people are flagged, not refused")
	void conflictsAreFlagged() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);
		planned(study, site);
		Participant boss = participant(study, site, "Dr. Boss", "");
		expect(study, session, boss);
		expect(study, session, participant(study, site, "Ann Example", "dr. boss"));

		assertThat(this.mvc.get().uri(study.path("/sessions/" + session)).with(study.as(Role.LEAD))).bodyText()
			.contains("Worth a second look", "is in another session at the same time",
					"P02 would sit beside their own manager, P01");
	}

	@Test
	@DisplayName("S9 a make-up session offers a place to those who could not come to their own")
	void makeUpSessionOffersPlaces() {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Participant came = participant(study, site, "Came Example", "");
		Participant missed = participant(study, site, "Missed Example", "");
		Long first = planned(study, site);
		expect(study, first, came, missed);
		guide(study, 1);
		this.sessions.invite(study.id(), first);
		this.sessions.start(study.id(), first);
		this.sessions.attended(study.id(), first, Set.of(came.id()));
		this.sessions.end(study.id(), first);

		MvcTestResult created = plan(post(study, "/sessions"), "MAKE_UP").param("zone", "America/Denver").exchange();
		String page = String.valueOf(created.getResponse().getRedirectedUrl());

		assertThat(this.mvc.get().uri(page).with(study.as(Role.LEAD))).bodyText()
			.containsSubsequence("Missed Example", "could not come to their own", "Everybody else", "Came Example",
					"has been to a session");
		assertThat(post(study, page.substring(page.indexOf("/sessions")) + "/participants"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Choose at least one");
	}

	@Test
	@DisplayName("S3 the step is done when all sessions but the cancelled ones are held and debriefed")
	void stepFollowsTheSessions() {
		TestStudy study = this.studies.fresh();
		assertThat(met(study)).isEmpty();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		participant(study, site, "Juniper Sample", "");
		Long session = planned(study, site);
		Long cancelled = planned(study, site);
		guide(study, 1);
		assertThat(met(study)).containsExactly("session.sites", "session.participants", "session.planned");

		this.sessions.cancel(study.id(), cancelled);
		this.sessions.invite(study.id(), session);
		this.sessions.start(study.id(), session);
		this.sessions.end(study.id(), session);
		assertThat(met(study)).contains("session.held").doesNotContain("session.debriefed");

		this.stages.debriefed(study.id(), session);
		assertThat(met(study)).contains("session.debriefed");
		this.stages.transcribed(study.id(), session);
		this.stages.debriefed(study.id(), session);
		assertThat(this.sessions.get(study.id(), session).stage()).isEqualTo(Stage.TRANSCRIBED);
	}

	@Test
	@DisplayName("S3 sessions and participants of another study are not found")
	void otherStudiesDoNotExist() {
		TestStudy study = this.studies.fresh();
		TestStudy other = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Long session = planned(study, site);
		Participant participant = participant(study, site, "Juniper Sample", "");

		for (String page : List.of("/sessions/" + session, "/sessions/" + session + "/edit", "/sites/" + site.id(),
				"/participants/" + participant.id())) {
			assertThat(this.mvc.get().uri(other.path(page)).with(other.as(Role.LEAD))).hasStatus(HttpStatus.NOT_FOUND);
		}
		guide(other, 1);
		for (String change : List.of("/invitation", "/start", "/end", "/closing", "/cancellation", "/attendance")) {
			assertThat(post(other, "/sessions/" + session + change)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	private List<String> met(TestStudy study) {
		return this.progress.of(study.id())
			.step(StepName.SESSIONS)
			.criteria()
			.stream()
			.filter(CriterionProgress::met)
			.map(CriterionProgress::key)
			.toList();
	}

	private boolean isExpected(TestStudy study, Long session, Long person) {
		try {
			this.sessions.expect(study.id(), session, Set.of(person));
			return true;
		}
		catch (RuleViolation ex) {
			assertThat(ex).hasMessage("session.capacity.full");
			return false;
		}
	}

	private Participant participant(TestStudy study, Site site, String name, String reportsTo) {
		return this.participants.add(study.id(), site.id(), "Internist",
				new Identity(name, name.replace(' ', '.').replace("..", ".") + "@clinic.example", reportsTo));
	}

	private void expect(TestStudy study, Long session, Participant... people) {
		List<Long> ids = new ArrayList<>();
		for (Participant person : people) {
			ids.add(person.id());
		}
		this.sessions.expect(study.id(), session, Set.copyOf(ids));
	}

	private Long planned(TestStudy study, Site site) {
		MvcTestResult answer = plan(post(study, "/sessions"), "SITE").param("siteId", site.id().toString())
			.param("moderators", study.memberId(Role.FACILITATOR).toString())
			.param("noteTakers", study.memberId(Role.LEAD).toString())
			.exchange();
		assertThat(answer).hasStatus3xxRedirection();
		String page = String.valueOf(answer.getResponse().getRedirectedUrl());
		return Long.valueOf(page.substring(page.lastIndexOf('/') + 1));
	}

	private MockMvcRequestBuilder change(TestStudy study, Long session, String siteId, int version) {
		return plan(post(study, "/sessions/" + session), "SITE").param("siteId", siteId)
			.param("moderators", study.memberId(Role.FACILITATOR).toString())
			.param("version", String.valueOf(version));
	}

	private static MockMvcRequestBuilder plan(MockMvcRequestBuilder request, String kind) {
		return request.param("title", "Maple over lunch")
			.param("kind", kind)
			.param("day", "2031-03-04")
			.param("hour", "12:00")
			.param("minutes", "60")
			.param("setting", "OVER_LUNCH")
			.param("format", "VIDEO")
			.param("place", "https://video.example/1")
			.param("capacity", "8");
	}

	private MockMvcRequestBuilder post(TestStudy study, String path) {
		return this.mvc.post().uri(study.path(path)).with(csrf()).with(study.as(Role.LEAD));
	}

	private Long guide(TestStudy study, int number) {
		return this.studies.insert("""
				insert into guide (study_id, number, title, published_at, published_by)
				values (?, ?, 'Guide', now(), ?) returning id""", study.id(), number, study.person(Role.LEAD).id());
	}

	private static <T> List<T> inEightThreads(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<T> answers = new ArrayList<>();
			for (Future<T> answer : threads.invokeAll(tasks)) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			threads.shutdown();
		}
	}

}
