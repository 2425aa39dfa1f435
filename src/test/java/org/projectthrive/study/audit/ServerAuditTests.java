package org.projectthrive.study.audit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
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

/** The audit log of the whole server. */
@ThriveTest
class ServerAuditTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("A2 the administrator reads who did what in all studies, by their numbers, without names and reasons")
	void administratorReadsAllStudies() {
		TestStudy study = this.studies.fresh();
		override(study);

		assertThat(ask("study", study.id().toString())).hasStatusOk()
			.bodyText()
			.contains("Study " + study.id(), "Test lead", "completed a step by override")
			.doesNotContain("Study of a test", "A secret reason");

		Long member = this.studies.member(study.id(), admin(), Role.LEADER);
		assertThat(ask("study", study.id().toString())).bodyText().contains("Study of a test", "A secret reason");
		this.jdbc.sql("update member set removed_at = now() where id = ?").param(member).update();
		assertThat(ask("study", study.id().toString())).bodyText().doesNotContain("A secret reason");
	}

	@Test
	@DisplayName("A2 the log is filtered by study, action, person and days, and what makes no sense is refused")
	void logIsFiltered() {
		TestStudy study = this.studies.fresh();
		override(study);
		String own = "Study " + study.id() + "<";

		assertThat(ask("person", study.person(Role.LEAD).id().toString())).bodyText().contains(own);
		assertThat(ask("person", study.person(Role.ANALYST).id().toString())).bodyText()
			.contains("Nothing was recorded that fits.");
		assertThat(ask("study", study.id().toString(), "action", "step.overridden")).bodyText().contains(own);
		assertThat(ask("study", study.id().toString(), "action", "step.reopened")).bodyText().doesNotContain(own);
		assertThat(ask("study", study.id().toString(), "from", "2020-01-01", "to", "2020-12-31")).bodyText()
			.doesNotContain(own);
		assertThat(ask("study", study.id().toString(), "from", "2020-01-01")).bodyText().contains(own);
		assertThat(ask("from", "yesterday")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("from-error");
	}

	@Test
	@DisplayName("A2 the log is read page by page")
	void logIsPaged() {
		MvcTestResult first = ask("before", "999999999");

		assertThat(first).bodyText().contains("Older entries");
		assertThat(first).bodyText().satisfies((html) -> assertThat(html.split("<tr>")).hasSize(52));
	}

	@Test
	@DisplayName("A2 nobody but an administrator reads the log of the server")
	void othersAreRefused() {
		assertThat(this.mvc.get().uri("/audit").with(this.studies.demoPerson("lead").signedIn()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private void override(TestStudy study) {
		this.mvc.post()
			.uri(study.path("/steps/TEAM/override"))
			.param("reason", "A secret reason")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
	}

	private TestPerson admin() {
		return this.studies.demoPerson("admin");
	}

	private MvcTestResult ask(String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri("/audit").with(admin().signedIn());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

}
