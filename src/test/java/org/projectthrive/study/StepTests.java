package org.projectthrive.study;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.StudyProgress.StepState;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class StepTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private ProgressService progress;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("W1 whoever creates a study becomes its lead and is told the one next thing to do")
	void founderLeads() {
		MvcTestResult created = this.mvc.post()
			.uri("/studies")
			.param("name", "What builds us up")
			.with(csrf())
			.with(this.studies.person("founder").signedIn())
			.exchange();

		assertThat(created).hasStatus3xxRedirection();
		assertThat(created.getResponse().getRedirectedUrl()).matches("/studies/\\d+");
	}

	@Test
	@DisplayName("W1 every page of a study shows the five steps and the next thing for the person who looks")
	void pagesShowFiveStepsAndNextThing() {
		TestStudy study = this.studies.fresh();

		assertThat(this.mvc.get().uri(study.path("")).with(study.as(Role.LEAD))).bodyText()
			.contains("Project team", "Question guide", "Focus groups", "Review", "Action", "Next for you",
					"Add a clinician to the team");
		assertThat(this.mvc.get().uri(study.path("/guide")).with(study.as(Role.LEAD))).bodyText()
			.contains("Next for you", "Add a clinician to the team");
		assertThat(this.mvc.get().uri(study.path("")).with(study.as(Role.LEADER))).bodyText()
			.doesNotContain("Add a clinician to the team");
	}

	@Test
	@DisplayName("W1 who can do nothing now is told so, and what the study waits for")
	void whoCanDoNothingIsToldSo() {
		TestStudy study = this.studies.fresh();
		this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, 'Time', 'NONE', 1) returning id",
				study.id());

		assertThat(this.mvc.get().uri(study.path("")).with(study.as(Role.ANALYST))).bodyText()
			.contains("Nothing waits for you just now. The study waits for: At least one clinician.")
			.doesNotContain("Code the sessions that were held");
	}

	@Test
	@DisplayName("W2 the strip of criteria links only to pages that the person may open")
	void stripOpensNoShutDoors() {
		TestStudy study = this.studies.fresh();
		String sponsor = "href=\"" + study.path("/charter") + "\"";

		assertThat(this.mvc.get().uri(study.path("/team")).with(study.as(Role.LEAD))).bodyText().contains(sponsor);
		assertThat(this.mvc.get().uri(study.path("/team")).with(study.as(Role.ANALYST))).bodyText()
			.contains("A senior sponsor")
			.doesNotContain(sponsor);
	}

	@Test
	@DisplayName("W2 each criterion is met or unmet, with a link to where it is met")
	void criteriaAreMetOrUnmet() {
		TestStudy study = this.studies.fresh();

		StudyProgress.StepProgress team = this.progress.of(study.id()).step(StepName.TEAM);

		assertThat(team.criteria()).filteredOn((one) -> one.key().equals("team.lead"))
			.singleElement()
			.satisfies((lead) -> assertThat(lead.met()).isTrue());
		assertThat(team.criteria()).filteredOn((one) -> one.key().equals("team.sponsor"))
			.singleElement()
			.satisfies((sponsor) -> assertThat(sponsor.met()).isFalse());
		assertThat(this.mvc.get().uri(study.path("/team")).with(study.as(Role.LEAD))).bodyText()
			.contains("href=\"" + study.path("/charter") + "\"");
	}

	@Test
	@DisplayName("W2 the lead overrides a step with a reason, which the audit log keeps")
	void leadOverridesWithReason() {
		TestStudy study = this.studies.fresh();

		assertThat(rule(study, "override", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(rule(study, "override", "The sponsor is named next week")).hasStatus3xxRedirection();

		assertThat(this.progress.of(study.id()).step(StepName.TEAM).state()).isEqualTo(StepState.OVERRIDDEN);
		assertThat(this.jdbc.sql("select reason from audit_event where study_id = ? and action = 'step.overridden'")
			.param(study.id())
			.query(String.class)
			.single()).isEqualTo("The sponsor is named next week");
	}

	@Test
	@DisplayName("W3 what the step does not need is refused with the rule in words")
	void needlessRulingIsRefused() {
		TestStudy study = this.studies.fresh();

		assertThat(rule(study, "reopening", "Because")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("This step is open already.");
	}

	@Test
	@DisplayName("W4 a completed step is reopened with a reason")
	void completedStepIsReopened() {
		TestStudy study = this.studies.fresh();
		rule(study, "override", "Good enough");

		assertThat(rule(study, "reopening", "A member left")).hasStatus3xxRedirection();

		assertThat(this.progress.of(study.id()).step(StepName.TEAM).state()).isEqualTo(StepState.REOPENED);
	}

	private MvcTestResult rule(TestStudy study, String ruling, String reason) {
		return this.mvc.post()
			.uri(study.path("/steps/TEAM/" + ruling))
			.param("reason", reason)
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
	}

}
