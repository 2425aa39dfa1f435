package org.projectthrive.session;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.roster.Participant;
import org.projectthrive.session.roster.Site;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Sites and participants. */
@ThriveTest
class RosterTests extends SessionExamples {

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
	@DisplayName("S1 who adds participants chooses the site once: the only one, or that of the last")
	void siteIsProposed() {
		TestStudy study = this.studies.fresh();
		this.sites.add(study.id(), "Maple", "America/Denver");
		assertThat(this.mvc.get().uri(study.path("/participants")).with(study.as(Role.LEAD))).bodyText()
			.containsPattern("selected[^>]*>Maple");

		Site second = this.sites.add(study.id(), "Oak", "America/Denver");
		assertThat(this.mvc.get().uri(study.path("/participants")).with(study.as(Role.LEAD))).bodyText()
			.doesNotContainPattern("selected[^>]*>(Maple|Oak)");
		assertThat(post(study, "/participants").param("name", "Juniper Sample")
			.param("email", "juniper@clinic.example")
			.param("profession", "Internist")
			.param("siteId", second.id().toString())
			.exchange()
			.getMvcResult()
			.getFlashMap()
			.get("addedAt")).isEqualTo(second.id());
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
	@DisplayName("S1 the list can show one site alone, and says so when nobody there takes part")
	void filteredBySite() {
		TestStudy study = this.studies.fresh();
		Site maple = this.sites.add(study.id(), "Maple", "America/Denver");
		Site harbor = this.sites.add(study.id(), "Harbor", "America/Denver");
		participant(study, maple, "Juniper Sample", "");

		assertThat(this.mvc.get().uri(study.path("/participants?at=" + maple.id())).with(study.as(Role.LEAD)))
			.bodyText()
			.contains(">P01<");
		assertThat(this.mvc.get().uri(study.path("/participants?at=" + harbor.id())).with(study.as(Role.LEAD)))
			.bodyText()
			.contains("Nobody from this site takes part yet.")
			.doesNotContain(">P01<");
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

}
