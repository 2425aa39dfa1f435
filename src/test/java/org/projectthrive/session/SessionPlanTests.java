package org.projectthrive.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.roster.Participant;
import org.projectthrive.session.roster.Site;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What a session is planned with, and for whom. */
@ThriveTest
class SessionPlanTests extends SessionExamples {

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
		this.moves.invite(study.id(), first);
		this.moves.start(study.id(), first);
		assertThat(post(study, "/sessions/" + first + "/attendance").param("attended", came.id().toString()))
			.hasStatus3xxRedirection();
		this.moves.end(study.id(), first, study.person(Role.LEAD).id());

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

	private MockMvcRequestBuilder change(TestStudy study, Long session, String siteId, int version) {
		return plan(post(study, "/sessions/" + session), "SITE").param("siteId", siteId)
			.param("moderators", study.memberId(Role.FACILITATOR).toString())
			.param("version", String.valueOf(version));
	}

}
