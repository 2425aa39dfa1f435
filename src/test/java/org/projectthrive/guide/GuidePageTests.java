package org.projectthrive.guide;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class GuidePageTests extends GuideWalk {

	@Test
	@DisplayName("G2 where there is no guide, four ways to begin are offered to those who may edit")
	void emptyStateOffersTemplates() {
		TestStudy study = this.studies.fresh();

		assertThat(get(study, "/guide", Role.FACILITATOR)).hasStatusOk()
			.bodyText()
			.contains("value=\"THRIVE\"", "value=\"WHAT_MATTERS\"", "value=\"BLANK\"", "Copy of another study");
		assertThat(get(study, "/guide", Role.ANALYST)).hasStatusOk().bodyText().doesNotContain("value=\"THRIVE\"");
		assertThat(get(study, "/guide/run-sheet", Role.ANALYST)).hasStatusOk().bodyText().contains("No guide to print");
	}

	@Test
	@DisplayName("G2 a guide is copied from a study that one is in, and from no other")
	void copyFromOwnStudyOnly() {
		TestStudy other = withGuide("THRIVE");
		TestStudy study = this.studies.fresh();
		assertThat(post(study, "/guide", Role.LEAD, "starter", "COPY", "from", other.id().toString()))
			.hasStatus(HttpStatus.NOT_FOUND);
		this.studies.member(other.id(), study.person(Role.LEAD), Role.LEADER);
		assertThat(post(study, "/guide", Role.LEAD, "starter", "COPY", "from", other.id().toString()))
			.as("leaders may not read a guide")
			.hasStatus(HttpStatus.NOT_FOUND);

		this.studies.member(other.id(), study.person(Role.FACILITATOR), Role.ANALYST);

		assertThat(get(study, "/guide", Role.FACILITATOR)).bodyText().contains("value=\"COPY\"");
		assertThat(post(study, "/guide", Role.FACILITATOR, "starter", "COPY", "from", other.id().toString()))
			.hasStatus3xxRedirection();
		assertThat(newest(study).questions()).hasSize(9);
	}

	@Test
	@DisplayName("G5 the run sheet has welcome, ground rules, consent, questions with probes and minutes, and the close")
	void runSheetHasAllParts() {
		TestStudy study = withGuide("THRIVE");
		assertThat(get(study, "/guide/run-sheet", Role.FACILITATOR)).bodyText().contains("Draft: not published yet");
		post(study, "/guide/publication", Role.LEAD);
		post(study, "/guide/revision", Role.LEAD);

		assertThat(get(study, "/guide/run-sheet", Role.FACILITATOR)).hasStatusOk()
			.bodyText()
			.contains("Welcome", "Ground rules", "Consent, before any recording starts", "9. If no rule stood",
					"Tell us about the last time that happened.", "from minute 12", "Close", "from minute 55",
					"Version 1, published");
		assertThat(get(study, "/guide/versions/2/run-sheet", Role.FACILITATOR)).bodyText()
			.contains("Draft: not published");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guide", "/guide/run-sheet", "/guide/versions/1", "/guide/versions/1/run-sheet",
			"/guide/comparison?from=1&to=1" })
	@DisplayName("G1 leaders never see a guide, and to outsiders there is none")
	void leadersAndOutsidersDoNotRead(String path) {
		TestStudy study = withGuide("THRIVE");

		assertThat(get(study, path, Role.ANALYST)).hasStatusOk();
		assertThat(get(study, path, Role.LEADER)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(study.path(path)).with(this.studies.fresh().as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/publication", "/revision", "/draft/removal", "/details", "/questions",
			"/questions/1", "/questions/1/removal", "/questions/1/earlier", "/questions/1/later",
			"/questions/1/position", "/sections", "/sections/1", "/sections/1/removal" })
	@DisplayName("G1 analysts read and change nothing")
	void analystsChangeNothing(String path) {
		TestStudy study = this.studies.fresh();

		assertThat(post(study, "/guide" + path, Role.ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
	}

}
