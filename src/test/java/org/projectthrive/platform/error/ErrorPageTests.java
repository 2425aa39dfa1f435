package org.projectthrive.platform.error;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class ErrorPageTests {

	private static final String[] FRAME = { "Sign out", "Project team", "Back to the study" };

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Test
	@DisplayName("W1 a page that is missing, for another role or against a rule still shows the five steps to a member")
	void membersKeepTheirWay() {
		TestStudy study = this.studies.fresh();

		assertThat(get(study, "/sessions/0")).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains(FRAME);
		assertThat(this.mvc.get().uri(study.path("/charter")).with(study.as(Role.LEADER)))
			.hasStatus(HttpStatus.FORBIDDEN)
			.bodyText()
			.contains(FRAME);
		assertThat(this.mvc.post()
			.uri(study.path("/steps/TEAM/reopening"))
			.param("reason", "Again")
			.with(csrf())
			.with(study.as(Role.LEAD))).hasStatus(HttpStatus.CONFLICT).bodyText().contains(FRAME);
	}

	@Test
	@DisplayName("SEC1 who is no member finds their own way back, and nothing of the study")
	void strangersLearnNothing() {
		TestStudy study = this.studies.fresh();

		assertThat(this.mvc.get().uri(study.path("/charter")).with(this.studies.person("stranger").signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("Sign out", "To my studies")
			.doesNotContain("Project team", "Back to the study");
	}

	private MvcTestResult get(TestStudy study, String path) {
		return this.mvc.get().uri(study.path(path)).with(study.as(Role.LEAD)).exchange();
	}

}
