package org.projectthrive.retreat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class RetreatTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private ChosenIdeas chosen;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("V3 the lead plans one retreat a study, leaders read it, others are refused")
	void oneRetreat() {
		TestStudy study = this.studies.fresh();
		assertThat(this.mvc.get().uri(study.path("/retreat")).with(study.as(Role.LEADER))).hasStatusOk()
			.bodyText()
			.contains("No retreat is planned yet");

		assertThat(plan(study, "", "", Role.LEAD)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("title-error", "heldOn-error");
		assertThat(plan(study, "Half a day", "2026-12-01", Role.LEAD)).hasStatus3xxRedirection();
		assertThat(plan(study, "A whole day", "2026-12-02", Role.LEAD)).hasStatus3xxRedirection();

		assertThat(this.mvc.get().uri(study.path("/retreat")).with(study.as(Role.LEADER))).bodyText()
			.contains("A whole day", "Wed 2 Dec 2026");
		assertThat(plan(study, "Mine", "2026-12-01", Role.LEADER)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(study.path("/retreat")).with(study.as(Role.ANALYST)))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("A4 the demo's twelve leaders chose five of eleven ideas by a ballot without a tie")
	void demo() {
		Long study = this.studies.demoId();

		assertThat(this.chosen.ofStudy(study)).extracting(ChosenIdea::title)
			.containsExactly("A lighter in-basket", "Clinician coaching", "The happy place", "Planned care",
					"The front line innovates");
		assertThat(this.jdbc.sql("select count(*) from ballot_option where study_id = ? and outcome = 'TIED'")
			.param(study)
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from idea where study_id = ? and not in_scope")
			.param(study)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	@DisplayName("K4 a chosen idea leads back to its themes and findings, of its own study only")
	void lineOfSight() {
		TestStudy study = this.studies.fresh();
		Long person = study.person(Role.LEAD).id();
		Long theme = this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, 'Teams', 'DESIRE', 1) returning id",
				study.id());
		Long finding = this.studies.insert(
				"insert into finding (study_id, statement, written_by, written_at) values (?, 'Teams matter', ?, now()) returning id",
				study.id(), person);
		Long idea = this.studies.insert(
				"insert into idea (study_id, title, origin, proposed_by, proposed_at) values (?, 'Lunch', 'LEADER', ?, now()) returning id",
				study.id(), person);
		this.jdbc.sql("insert into idea_theme values (?, ?)").params(idea, theme).update();
		this.jdbc.sql("insert into idea_finding values (?, ?)").params(idea, finding).update();

		assertThat(this.chosen.themesOf(study.id(), idea)).containsExactly(theme);
		assertThat(this.chosen.findingsOf(study.id(), idea)).containsExactly(finding);
		assertThat(this.chosen.themesOf(this.studies.demoId(), idea)).isEmpty();
	}

	private MockMvcTester.MockMvcRequestBuilder plan(TestStudy study, String title, String day, Role role) {
		String version = this.jdbc.sql("select version::text from retreat where study_id = ?")
			.param(study.id())
			.query(String.class)
			.optional()
			.orElse("");
		return this.mvc.post()
			.uri(study.path("/retreat"))
			.param("version", version)
			.param("title", title)
			.param("heldOn", day)
			.with(csrf())
			.with(study.as(role));
	}

}
