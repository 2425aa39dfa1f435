package org.projectthrive.session;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.roster.Participant;
import org.projectthrive.session.roster.Site;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Who runs a session and sees it, from stage to stage. */
@ThriveTest
class SessionTests extends SessionExamples {

	@Autowired
	private ProgressService progress;

	@Autowired
	private SessionStages stages;

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
				.hasStatus(HttpStatus.NOT_FOUND);
			assertThat(this.mvc.post().uri(path + change).with(csrf()).with(study.as(Role.ANALYST)))
				.hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.mvc.post().uri(path + change).with(csrf()).with(study.as(Role.FACILITATOR)))
				.hasStatus3xxRedirection();
		}

		assertThat(this.jdbc.sql(
				"select action from audit_event where study_id = ? and subject_id = ? and action like 'session.%' order by id")
			.params(study.id(), session.toString())
			.query(String.class)
			.list()).containsExactly("session.planned", "session.invited", "session.started",
					"session.attendance.recorded", "session.ended");
	}

	@Test
	@DisplayName("W1 the next thing for a facilitator is the own session: get ready, run it, debrief")
	void ownSessionIsNext() {
		TestStudy study = this.studies.fresh();
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(study.id(), stranger, Role.FACILITATOR);
		Long session = planned(study, this.sites.add(study.id(), "Maple", "America/Denver"));
		this.jdbc.sql("update focus_group_session set starts_at = now() where id = ?").param(session).update();
		guide(study, 1);

		for (String next : List.of("invitation Get ready for your next session", "start Your session is running",
				"end Write the debrief of your session")) {
			String change = next.substring(0, next.indexOf(' '));
			assertThat(this.mvc.post()
				.uri(study.path("/sessions/" + session + "/" + change))
				.with(csrf())
				.with(study.as(Role.FACILITATOR))).hasStatus3xxRedirection();
			assertThat(this.mvc.get().uri(study.path("/team")).with(study.as(Role.FACILITATOR))).bodyText()
				.contains(next.substring(next.indexOf(' ') + 1));
			assertThat(this.mvc.get().uri(study.path("/team")).with(stranger.signedIn())).bodyText()
				.doesNotContain(next.substring(next.indexOf(' ') + 1));
		}
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

		assertThat(this.mvc.get().uri(study.path("/sessions/" + session)).with(study.as(Role.FACILITATOR)))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("Juniper");
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

		this.moves.cancel(study.id(), cancelled);
		this.moves.invite(study.id(), session);
		this.moves.start(study.id(), session);
		this.moves.end(study.id(), session, study.person(Role.LEAD).id());
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
			.filter((key) -> key.startsWith("session."))
			.toList();
	}

}
