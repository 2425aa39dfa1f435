package org.projectthrive.retreat.idea;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class IdeaTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private IdeaLists lists;

	@Autowired
	private EvidenceOfIdeas evidence;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private Long theme;

	private Long finding;

	@BeforeEach
	void prepare() {
		this.study = this.studies.fresh();
		this.theme = theme(this.study);
		this.finding = finding(this.study, "Messages follow people home.");
	}

	@Test
	@DisplayName("I1 an idea of the team links to the themes and the released findings that it answers")
	void ideaLinksToThemesAndFindings() {
		assertThat(post("/ideas", Role.ANALYST).param("title", "A lighter in-basket")
			.param("text", "Sort the messages first")
			.param("themes", this.theme.toString())
			.param("findings", this.finding.toString())).hasRedirectedUrl(this.study.path("/ideas"));

		IdeaRow idea = only();
		assertThat(idea.origin()).isEqualTo(Origin.FINDINGS);
		assertThat(idea.disposition()).isEqualTo(Disposition.NOT_GATED);
		assertThat(this.mvc.get().uri(path(idea)).with(this.study.as(Role.LEADER))).hasStatusOk()
			.bodyText()
			.contains("A lighter in-basket", "Messages follow people home.", "In-basket volume");
	}

	@Test
	@DisplayName("I1 a leader's idea is the leader's; leaders choose among findings and never see the codebook")
	void leaderAddsAnIdea() {
		assertThat(this.mvc.get().uri(this.study.path("/ideas/new")).with(this.study.as(Role.LEADER))).bodyText()
			.contains("Messages follow people home.")
			.doesNotContain("In-basket volume");

		assertThat(post("/ideas", Role.LEADER).param("title", "Planned care")
			.param("themes", this.theme.toString())
			.param("findings", this.finding.toString())).hasStatus3xxRedirection();

		IdeaRow idea = only();
		assertThat(idea.origin()).isEqualTo(Origin.LEADER);
		assertThat(idea.raisedBy()).isEqualTo("Test leader");
		assertThat(this.evidence.ofStudy(this.study.id()).get(idea.id()).themes()).isEmpty();
	}

	@Test
	@DisplayName("I1 an unreleased finding, and what belongs to another study, cannot be linked")
	void foreignLinksAreRefused() {
		TestStudy other = this.studies.fresh();
		Long unreleased = this.studies.insert(
				"insert into finding (study_id, statement, written_by, written_at) values (?, 'Not yet', ?, now()) returning id",
				this.study.id(), this.study.person(Role.ANALYST).id());

		assertThat(post("/ideas", Role.LEAD).param("title", "One").param("findings", unreleased.toString()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/ideas", Role.LEAD).param("title", "Two").param("themes", theme(other).toString()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.lists.ofStudy(this.study.id())).isEmpty();
	}

	@Test
	@DisplayName("I1 a second idea of the same title is refused beside the field, with what was entered")
	void titleOnce() {
		Long id = idea("Coaching");

		assertThat(post("/ideas", Role.LEAD).param("title", " COACHING ").param("text", "Once more"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("title-error", "Once more");
		assertThat(post("/ideas/" + id, Role.LEAD).param("title", "coaching").param("version", "0"))
			.hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("I1 an idea is changed by its author or the lead, and never over somebody's newer words")
	void whoChangesAnIdea() {
		post("/ideas", Role.LEADER).param("title", "Planned care").exchange();
		IdeaRow idea = only();
		String path = "/ideas/" + idea.id();

		assertThat(post(path, Role.ANALYST).param("title", "Mine").param("version", "0"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(path(idea) + "/edit").with(this.study.as(Role.ANALYST)))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(path, Role.LEADER).param("title", "Planned care, better").param("version", "0"))
			.hasStatus3xxRedirection();
		assertThat(post(path, Role.LEAD).param("title", "Too late").param("version", "0"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(only().title()).isEqualTo("Planned care, better");
	}

	@Test
	@DisplayName("I1 themes stay when a leader, who does not see them, changes the words")
	void leaderKeepsThemes() {
		post("/ideas", Role.LEADER).param("title", "Planned care").exchange();
		IdeaRow idea = only();
		post("/ideas/" + idea.id(), Role.LEAD).param("title", "Planned care")
			.param("themes", this.theme.toString())
			.param("version", "0")
			.exchange();

		int version = this.jdbc.sql("select version from idea where id = ?")
			.param(idea.id())
			.query(Integer.class)
			.single();
		post("/ideas/" + idea.id(), Role.LEADER).param("title", "Planned care!")
			.param("version", String.valueOf(version))
			.exchange();

		assertThat(only().title()).isEqualTo("Planned care!");
		assertThat(this.evidence.ofStudy(this.study.id()).get(idea.id()).themes()).containsExactly("In-basket volume");
	}

	@Test
	@DisplayName("I2 the lead gates each idea: in scope, or on the escalation list with an addressee")
	void scopeGate() {
		Long here = idea("Here");
		Long elsewhere = idea("Elsewhere");

		assertThat(gate(here, "CLINIC", "HERE", "")).hasRedirectedUrl(this.study.path("/ideas"));
		assertThat(gate(elsewhere, "ORGANISATION", "ELSEWHERE", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("addressee-error", "Say to whom it is taken.");
		assertThat(gate(elsewhere, "ORGANISATION", "ELSEWHERE", "Chief operating officer")).hasStatus3xxRedirection();

		assertThat(this.mvc.get().uri(this.study.path("/ideas")).with(this.study.as(Role.LEADER))).bodyText()
			.contains("Escalation list", "Taken to Chief operating officer");
		assertThat(this.lists.toVoteOn(this.study.id())).extracting(IdeaRow::id).containsExactly(here);
	}

	@Test
	@DisplayName("I2 only the lead keeps the scope gate")
	void onlyTheLeadGates() {
		Long id = idea("Here");
		for (Role role : Set.of(Role.ANALYST, Role.LEADER, Role.FACILITATOR)) {
			assertThat(post("/ideas/" + id + "/scope", role).param("scope", "CLINIC").param("decision", "HERE"))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.mvc.get().uri(this.study.path("/ideas")).with(this.study.as(Role.FACILITATOR)))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("I2 out of scope without an addressee is no decision, for the database neither")
	void escalationNeedsAnAddressee() {
		Idea idea = new Idea(1L, new IdeaContent("Pay", "", Set.of(), Set.of()), Origin.LEADER, 1L, Instant.EPOCH);

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> idea.gate(Scope.ORGANISATION, false, "  "))
			.withMessage("idea.addressee.missing");
	}

	@Test
	@DisplayName("I3 what becomes of an idea is derived: open, escalated, chosen")
	void dispositions() {
		Long open = idea("Open");
		Long escalated = idea("Escalated");
		gate(open, "UNIT", "HERE", "").exchange();
		gate(escalated, "OUTSIDE", "ELSEWHERE", "The board").exchange();

		assertThat(this.lists.get(this.study.id(), open).disposition()).isEqualTo(Disposition.OPEN);
		assertThat(this.lists.get(this.study.id(), escalated).disposition()).isEqualTo(Disposition.ESCALATED);
	}

	@Test
	@DisplayName("V8 the evidence counts the sessions in which any theme came up, a parent's children too, never people")
	void evidenceCountsSessions() {
		Long child = this.studies.insert(
				"insert into theme (study_id, parent_id, name, theme_group, colour) values (?, ?, 'After hours', 'BARRIER', 1) returning id",
				this.study.id(), this.theme);
		Long analyst = this.study.person(Role.ANALYST).id();
		Long first = heldSession();
		Long second = heldSession();
		heldSession();
		code(first, this.theme, analyst);
		code(first, child, analyst);
		code(second, child, analyst);
		Long id = idea("A lighter in-basket");
		this.jdbc.sql("insert into idea_theme values (?, ?)").params(id, this.theme).update();

		assertThat(this.evidence.ofStudy(this.study.id()).get(id))
			.isEqualTo(new Evidence(List.of("In-basket volume"), List.of(), 2, 3));
	}

	@Test
	@DisplayName("I1 an idea of another study does not exist")
	void foreignIdea() {
		Long id = idea("Here");
		TestStudy other = this.studies.fresh();

		assertThat(this.mvc.get().uri(other.path("/ideas/" + id)).with(other.as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri(other.path("/ideas/" + id + "/scope"))
			.param("scope", "CLINIC")
			.param("decision", "HERE")
			.with(csrf())
			.with(other.as(Role.LEAD))).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MockMvcRequestBuilder gate(Long id, String scope, String decision, String addressee) {
		return post("/ideas/" + id + "/scope", Role.LEAD).param("scope", scope)
			.param("decision", decision)
			.param("addressee", addressee);
	}

	private MockMvcRequestBuilder post(String path, Role role) {
		return this.mvc.post().uri(this.study.path(path)).with(csrf()).with(this.study.as(role));
	}

	private String path(IdeaRow idea) {
		return this.study.path("/ideas/" + idea.id());
	}

	private IdeaRow only() {
		assertThat(this.lists.ofStudy(this.study.id())).hasSize(1);
		return this.lists.ofStudy(this.study.id()).get(0);
	}

	private Long idea(String title) {
		return this.studies.insert(
				"insert into idea (study_id, title, origin, proposed_by, proposed_at) values (?, ?, 'FINDINGS', ?, now()) returning id",
				this.study.id(), title, this.study.person(Role.LEAD).id());
	}

	private Long theme(TestStudy of) {
		return this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, 'In-basket volume', 'BARRIER', 1) returning id",
				of.id());
	}

	private Long finding(TestStudy of, String statement) {
		Long person = of.person(Role.LEAD).id();
		return this.studies.insert("""
				insert into finding (study_id, statement, written_by, written_at, released_by, released_at)
				values (?, ?, ?, now(), ?, now()) returning id""", of.id(), statement, person, person);
	}

	private Long heldSession() {
		Long guide = this.studies.insert("""
				insert into guide (study_id, number, title)
				values (?, 1, 'Guide') on conflict (study_id, number) do update set title = 'Guide' returning id""",
				this.study.id());
		return this.studies
			.insert("""
					insert into focus_group_session (study_id, title, kind, zone, starts_at, minutes, setting, format, capacity, stage, guide_id)
					values (?, 'Session', 'MAKE_UP', 'UTC', now(), 55, 'OTHER', 'VIDEO', 8, 'CLOSED', ?) returning id""",
					this.study.id(), guide);
	}

	private void code(Long session, Long themeId, Long analyst) {
		Long question = this.studies.insert("""
				insert into unscripted_question (study_id, session_id, wording, opened_at)
				values (?, ?, gen_random_uuid()::text, now()) returning id""", this.study.id(), session);
		this.jdbc
			.sql("""
					with n as (insert into note (id, study_id, session_id, unscripted_question_id, kind, text, author_id, version, created_at, changed_at)
					           values (gen_random_uuid(), ?, ?, ?, 'QUOTE', 'words', ?, 1, now(), now()) returning id)
					insert into coding (study_id, session_id, note_id, theme_id, analyst_id, start_at, end_at, coded_at)
					select ?, ?, n.id, ?, ?, 0, 5, now() from n""")
			.params(this.study.id(), session, question, analyst, this.study.id(), session, themeId, analyst)
			.update();
	}

}
