package org.projectthrive.team;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
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

/** Forms that two people save: the second is shown what the first has saved. */
@ThriveTest
class StaleFormTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	@BeforeEach
	void prepare() {
		this.study = this.studies.fresh();
	}

	@Test
	@DisplayName("T2 a charter that somebody else has saved is not overwritten: both values are shown, then one is chosen")
	void charter() {
		assertThat(save("/charter", Map.of("version", "", "sponsorName", "First Sponsor"))).hasStatus3xxRedirection();

		MvcTestResult second = save("/charter", Map.of("version", "", "sponsorName", "Second Sponsor"));

		assertThat(second).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("value=\"Second Sponsor\"", "Saved now:", "First Sponsor", "name=\"version\" value=\"0\"");
		assertThat(sponsor()).isEqualTo("First Sponsor");
		assertThat(save("/charter", Map.of("version", "0", "sponsorName", "Second Sponsor"))).hasStatus3xxRedirection();
		assertThat(sponsor()).isEqualTo("Second Sponsor");
	}

	@Test
	@DisplayName("T1 a member whom somebody else has changed is not overwritten: roles and profile are shown as saved")
	void member() {
		String path = "/team/" + this.study.memberId(Role.ANALYST);
		assertThat(save(path, Map.of("version", "0", "roles", "FACILITATOR", "credentials", "PhD")))
			.hasStatus3xxRedirection();

		assertThat(save(path, Map.of("version", "0", "roles", "ANALYST", "credentials", "MD")))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("value=\"MD\"", "Saved now:", "PhD")
			.containsPattern("Saved now:[^.]*Facilitator");
		assertThat(this.jdbc.sql("select credentials from member where id = ?")
			.param(this.study.memberId(Role.ANALYST))
			.query(String.class)
			.single()).isEqualTo("PhD");
	}

	@Test
	@DisplayName("W1 a study that somebody else has renamed is not renamed over it, also without any version")
	void study() {
		assertThat(save("", Map.of("version", "0", "name", "First name"))).hasStatus3xxRedirection();

		for (String version : new String[] { "0", "" }) {
			assertThat(save("", Map.of("version", version, "name", "Second name"))).hasStatus(HttpStatus.CONFLICT)
				.bodyText()
				.contains("Second name", "First name");
		}
	}

	private MvcTestResult save(String path, Map<String, String> form) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(this.study.path(path))
			.with(csrf())
			.with(this.study.as(Role.LEAD));
		for (Map.Entry<String, String> field : form.entrySet()) {
			request = request.param(field.getKey(), field.getValue());
		}
		return request.exchange();
	}

	private String sponsor() {
		return this.jdbc.sql("select sponsor_name from charter where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single();
	}

}
