package org.projectthrive.initiative;

import java.time.LocalDate;
import java.time.ZoneOffset;

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
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class InitiativePageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private Long winner;

	@BeforeEach
	void aBallotHasAWinner() {
		this.study = this.studies.fresh();
		this.winner = Winners.of(this.studies, this.study);
	}

	@Test
	@DisplayName("K1 a winner waits until the lead names an owner and a first step")
	void winnerBecomesInitiative() {
		assertThat(this.mvc.get().uri(this.study.path("/initiatives")).with(this.study.as(Role.LEAD))).bodyText()
			.contains("waiting for an owner", "Offer coaching");

		MvcTestResult begun = begin(this.study.memberId(Role.LEADER));

		assertThat(begun).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(this.study.path("/initiatives")).with(this.study.as(Role.LEADER))).bodyText()
			.contains("Test leader", "Ask three coaches")
			.doesNotContain("waiting for an owner");
	}

	@Test
	@DisplayName("K1 a winner becomes one initiative, however often the form is sent")
	void winnerBecomesOneInitiative() {
		begin(this.study.memberId(Role.LEADER));

		assertThat(begin(this.study.memberId(Role.LEADER))).hasStatus(HttpStatus.CONFLICT);

		assertThat(this.jdbc.sql("select count(*) from initiative where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	@DisplayName("K1 an owner of another study is refused")
	void ownerIsOfTheTeam() {
		TestStudy other = this.studies.fresh();

		assertThat(begin(other.memberId(Role.LEADER))).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("K1 without owner and first step the form comes back with what is missing")
	void missingFieldsAreNamed() {
		assertThat(this.mvc.post()
			.uri(this.study.path("/initiatives"))
			.param("idea", this.winner.toString())
			.param("title", "Offer coaching")
			.param("aim", "Everybody may have a coach")
			.with(csrf())
			.with(this.study.as(Role.LEAD))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("ownerId-error", "firstStep-error", "Everybody may have a coach");
	}

	@Test
	@DisplayName("K4 the line of sight shows words to analysts and not to leaders")
	void lineOfSightEndsWhereTheRoleEnds() {
		Long demo = this.studies.demoId();
		Long initiative = this.studies.insert("select min(id) from initiative where study_id = ?", demo);
		String path = "/studies/" + demo + "/initiatives/" + initiative;

		assertThat(this.mvc.get().uri(path).with(this.studies.demoPerson("analyst").signedIn())).bodyText()
			.contains("<q>", "/transcript#turn-");
		assertThat(this.mvc.get().uri(path).with(this.studies.demoPerson("leader").signedIn())).bodyText()
			.contains("of 6 sessions")
			.doesNotContain("<q>", "/transcript#turn-");
	}

	@Test
	@Transactional
	@DisplayName("S7 the line of sight leaves out the words of those who do not agree to be quoted any more")
	void lineOfSightLeavesOutWithdrawnWords() {
		Long demo = this.studies.demoId();
		Long initiative = this.studies.insert("select min(id) from initiative where study_id = ?", demo);
		this.jdbc
			.sql("""
					insert into consent (study_id, participant_id, item, given, consent_text_id, how, recorded_at)
					select p.study_id, p.id, 'QUOTES', false, t.id, 'VERBAL', now()
					from participant p join consent_text t on t.study_id = p.study_id and t.number = 1 where p.study_id = ?""")
			.param(demo)
			.update();

		assertThat(this.mvc.get()
			.uri("/studies/" + demo + "/initiatives/" + initiative)
			.with(this.studies.demoPerson("analyst").signedIn())).bodyText()
			.contains("of 6 sessions")
			.doesNotContain("<q>", "P07,");
	}

	private MvcTestResult begin(Long owner) {
		return this.mvc.post()
			.uri(this.study.path("/initiatives"))
			.param("idea", this.winner.toString())
			.param("title", "Offer coaching")
			.param("ownerId", owner.toString())
			.param("firstStep", "Ask three coaches")
			.param("firstStepDue", LocalDate.now(ZoneOffset.UTC).plusDays(7).toString())
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

}
