package org.projectthrive.team;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.account.AccountService;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class TeamTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private ProgressService progress;

	@Autowired
	private AccountService accounts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("T1 a member has roles, expertise and a profile")
	void memberHasRolesExpertiseAndProfile() {
		TestStudy study = this.studies.fresh();
		Long member = study.memberId(Role.ANALYST);

		assertThat(this.mvc.post()
			.uri(study.path("/team/" + member))
			.param("version", "0")
			.param("roles", "ANALYST", "FACILITATOR")
			.param("expertise", "CLINICIAN")
			.param("credentials", "DNP")
			.param("occupation", "Nurse practitioner")
			.with(csrf())
			.with(study.as(Role.LEAD))).hasStatus3xxRedirection();

		assertThat(this.mvc.get().uri(study.path("/team/" + member)).with(study.as(Role.LEAD))).bodyText()
			.contains("value=\"DNP\"", "Nurse practitioner");
		assertThat(this.mvc.get().uri(study.path("/team")).with(study.as(Role.LEAD))).bodyText().contains("Clinician");
	}

	@Test
	@DisplayName("T1 a member without any role is refused beside the field")
	void memberNeedsARole() {
		TestStudy study = this.studies.fresh();

		MvcTestResult answer = this.mvc.post()
			.uri(study.path("/team"))
			.param("name", "Somebody New")
			.param("email", "not an address")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(answer).bodyText().contains("roles-error", "email-error", "Somebody New");
	}

	@Test
	@DisplayName("T2 the step is done once the right people, a sponsor, a wellness leader and a promise are there")
	void stepIsDoneWhenAllAreThere() {
		TestStudy study = this.studies.fresh();
		assertThat(this.progress.of(study.id()).step(StepName.TEAM).state()).isEqualTo(StepState.OPEN);

		this.mvc.post()
			.uri(study.path("/team/" + study.memberId(Role.FACILITATOR)))
			.param("version", "0")
			.param("roles", "FACILITATOR")
			.param("expertise", "CLINICIAN", "QUALITY_IMPROVEMENT")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
		this.mvc.post()
			.uri(study.path("/charter"))
			.param("sponsorName", "Sylvia Backing")
			.param("wellnessLeaderName", "Wendy Wellspring")
			.param("promise", "We act on one thing")
			.param("promisedBy", "2027-03-01")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();

		assertThat(this.progress.of(study.id()).step(StepName.TEAM).state()).isEqualTo(StepState.DONE);
	}

	@Test
	@DisplayName("T3 a member is invited by a one-time link that is shown once, and joins with a password")
	void memberJoinsByOneTimeLink() {
		TestStudy study = this.studies.fresh();
		String email = "new." + study.id() + "@thrive.example";

		MvcTestResult added = this.mvc.post()
			.uri(study.path("/team"))
			.param("name", "Nora Newcomer")
			.param("email", email)
			.param("roles", "ANALYST")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
		String link = String.valueOf(added.getMvcResult().getFlashMap().get("joinLink"));
		String path = link.substring(link.indexOf("/join/"));

		assertThat(this.mvc.get().uri(path)).hasStatusOk().bodyText().contains("Nora Newcomer");
		assertThat(this.mvc.post().uri(path).param("password", "short").with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.post().uri(path).param("password", "three quiet words").with(csrf()))
			.hasRedirectedUrl("/login?joined");
		assertThat(this.mvc.post().uri(path).param("password", "three other words").with(csrf()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("select body from mail_outbox where recipient = ?")
			.param(email)
			.query(String.class)
			.single()).contains(link);
	}

	@Test
	@DisplayName("T3 SEC18 a lead is shown no link with which to join as somebody whom another study has invited")
	void linkOfSomebodyElsesMemberIsNotShown() {
		TestStudy study = this.studies.fresh();
		TestStudy other = this.studies.fresh();
		String email = "both." + study.id() + "@thrive.example";
		MvcTestResult first = add(study, email);
		String early = String.valueOf(first.getMvcResult().getFlashMap().get("joinLink"));

		MvcTestResult second = add(other, email);

		assertThat(second).hasStatus3xxRedirection();
		assertThat(second.getMvcResult().getFlashMap().get("joinLink")).isNull();
		assertThat(this.mvc.get().uri(early.substring(early.indexOf("/join/")))).hasStatusOk();
		assertThat(this.jdbc.sql("select count(*) from mail_outbox where recipient = ?")
			.param(email)
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(this.mvc.post()
			.uri(other.path("/team/" + memberId(other, email) + "/invitation"))
			.with(csrf())
			.with(other.as(Role.LEAD))).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("T3 each invitation is mailed, however soon it follows the one before")
	void invitationsWithinAMoment() {
		TestStudy study = this.studies.fresh();
		String email = "soon." + study.id() + "@thrive.example";
		add(study, email);

		for (int again = 0; again < 2; again++) {
			assertThat(this.mvc.post()
				.uri(study.path("/team/" + memberId(study, email) + "/invitation"))
				.with(csrf())
				.with(study.as(Role.LEAD))).hasStatus3xxRedirection();
		}

		assertThat(this.jdbc.sql("select count(*) from mail_outbox where recipient = ?")
			.param(email)
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	private Long memberId(TestStudy study, String email) {
		return this.studies.insert(
				"select m.id from member m join person p on p.id = m.person_id where m.study_id = ? and p.email = ?",
				study.id(), email);
	}

	private MvcTestResult add(TestStudy study, String email) {
		return this.mvc.post()
			.uri(study.path("/team"))
			.param("name", "Nora Newcomer")
			.param("email", email)
			.param("roles", "ANALYST")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
	}

	@Test
	@DisplayName("T3 who is removed loses the study at the next request and stays the author of what they wrote")
	void removalTakesEffectAtOnce() {
		TestStudy study = this.studies.fresh();
		assertThat(this.mvc.get().uri(study.path("")).with(study.as(Role.ANALYST))).hasStatusOk();

		this.mvc.post()
			.uri(study.path("/team/" + study.memberId(Role.ANALYST) + "/removal"))
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();

		assertThat(this.mvc.get().uri(study.path("")).with(study.as(Role.ANALYST))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.accounts.get(study.person(Role.ANALYST).id())).isNotNull();
	}

	@Test
	@DisplayName("T2 the last lead cannot leave")
	void lastLeadStays() {
		TestStudy study = this.studies.fresh();

		assertThat(this.mvc.post()
			.uri(study.path("/team/" + study.memberId(Role.LEAD) + "/removal"))
			.with(csrf())
			.with(study.as(Role.LEAD))).hasStatus(HttpStatus.CONFLICT).bodyText().contains("needs a project lead");
	}

	@Test
	@DisplayName("T1 a member without roles is no member")
	void rolesAreRequired() {
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> new Member(1L, this.accounts.get(this.studies.person("x").id()), Set.of(), Set.of(),
					Instant.EPOCH))
			.withMessage("team.member.roles.missing");
	}

}
