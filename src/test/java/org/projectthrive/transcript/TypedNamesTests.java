package org.projectthrive.transcript;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.review.domain.DomainService;
import org.projectthrive.study.Role;
import org.projectthrive.support.StoredTexts;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Types names that the roster knows wherever something is written about a study. */
@ThriveTest
class TypedNamesTests {

	private static final String NAMES = "casimir|dunwoodie|quackenbos|cdunw";

	private static final String WORDS = "Dr. Dunwoodie has joy in work, says CASIMIR; cdunw@clinic.example knows, and so "
			+ "does Petronella Quackenbos";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private DomainService domains;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private HeldSession session;

	@BeforeEach
	void nameSomebody() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
		this.jdbc
			.sql("update participant_key set name = 'Casimir Dunwoodie', email = 'cdunw@clinic.example', "
					+ "reports_to = 'Petronella Quackenbos' where participant_id = ?")
			.param(this.session.maria())
			.update();
		this.jdbc.sql("update participant_key set name = 'Joy Work' where participant_id = ?")
			.param(this.session.grace())
			.update();
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("P3 a name of the roster is stored nowhere outside it, wherever an analyst, a leader or the lead types it")
	void typedNamesAreStoredNowhere() {
		post(Role.ANALYST, "/themes", Map.of("name", "Like Dunwoodie", "definition", WORDS, "useWhen", WORDS, "notWhen",
				WORDS, "example", WORDS, "group", "BARRIER", "colour", "3"));
		Long theme = newest("theme");
		post(Role.ANALYST, "/themes/" + theme,
				Map.of("name", "Like Casimir", "definition", "Joy in work", "group", "BARRIER", "colour", "3"));
		post(Role.ANALYST, "/codings/" + coding(theme) + "/memo", Map.of("memo", WORDS));
		post(Role.ANALYST, "/domains", Map.of("name", "What Casimir says", "side", "DIFFICULT"));
		post(Role.ANALYST, "/contrasts/topics", Map.of("name", "Casimir"));
		post(Role.ANALYST, "/contrasts/statements",
				Map.of("topicId", newest("contrast_topic").toString(), "side", "DIFFICULT", "text", WORDS));
		post(Role.ANALYST, "/findings", Map.of("statement", WORDS, "themes", theme.toString()));
		summarise();
		post(Role.LEADER, "/ideas", Map.of("title", "Ask Dunwoodie", "text", WORDS));
		post(Role.LEAD, "/steps/TEAM/override", Map.of("reason", WORDS));
		post(Role.LEAD, "", Map.of("name", "Study", "purpose", WORDS, "version", "0"));
		post(Role.FACILITATOR, "/sessions/" + this.session.id() + "/others",
				Map.of("othersPresent", "1", "othersRoles", "Student of Dr. Dunwoodie"));

		assertThat(StoredTexts.with(this.jdbc, NAMES, Set.of("participant_key", "person"))).isEmpty();
		assertThat(text("select name || ': ' || definition from theme where id = ?", theme))
			.isEqualTo("Like [person]: Joy in work");
		assertThat(text("select memo from coding where theme_id = ?", theme))
			.isEqualTo("[person] has joy in work, says [person]; [e-mail] knows, and so does [person]");
		assertThat(text("select others_roles from focus_group_session where id = ?", this.session.id()))
			.isEqualTo("Student of [person]");
	}

	@Test
	@DisplayName("P3 whom an idea is taken to is named, and what is refused is shown without the name")
	void addresseesAreNamed() {
		post(Role.LEADER, "/ideas", Map.of("title", "More light"));
		Long idea = newest("idea");
		post(Role.LEAD, "/ideas/" + idea + "/scope",
				Map.of("scope", "OUTSIDE", "decision", "ELSEWHERE", "addressee", "Petronella Quackenbos"));

		assertThat(text("select addressee from idea where id = ?", idea)).isEqualTo("Petronella Quackenbos");
		assertThat(send(Role.ANALYST, "/themes", Map.of("name", "", "definition", WORDS)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("[person] has joy in work")
			.doesNotContain("Dunwoodie");
	}

	@Test
	@DisplayName("P3 an idea forgets a name that the roster learns after it")
	void ideasForgetLateNames() {
		post(Role.LEADER, "/ideas", Map.of("title", "Ask Eudora Plimpwell", "text", "Plimpwell knows"));
		post(Role.LEAD, "/participants",
				Map.of("name", "Eudora Plimpwell", "email", "plimp@clinic.example", "profession", "Nurse", "siteId",
						text("select min(id)::text from site where study_id = ?", this.study.id())));

		assertThat(text("select title || ', ' || text from idea where id = ?", newest("idea")))
			.isEqualTo("Ask P05, P05 knows");
	}

	private void summarise() {
		String summary = "/summaries/" + this.session.id();
		post(Role.ANALYST, summary, Map.of());
		Long domain = this.domains.ofStudy(this.study.id()).get(0).id();
		post(Role.ANALYST, summary + "/content", Map.of("version", "0", "cells[" + domain + "].points", WORDS));
		this.jdbc
			.sql("update session_summary set stage = 'AGREED', agreed_at = now(), second_reader_id = ? "
					+ "where study_id = ?")
			.params(this.study.person(Role.LEAD).id(), this.study.id())
			.update();
		post(Role.ANALYST, summary + "/reopening", Map.of("reason", WORDS));
	}

	private Long coding(Long theme) {
		TranscriptDesk desk = new TranscriptDesk(this.mvc, this.session);
		String preview = desk.uploaded("talk.txt", "P03: Hello.\nP04: Hello.\n", Role.FACILITATOR);
		assertThat(desk.importAs(Role.FACILITATOR, preview, "participant:" + this.session.maria(),
				"participant:" + this.session.grace()))
			.hasStatus3xxRedirection();
		post(Role.ANALYST, "/sessions/" + this.session.id() + "/codings",
				Map.of("turnId", newest("turn").toString(), "themeIds", theme.toString()));
		return newest("coding");
	}

	private void post(Role role, String path, Map<String, String> form) {
		assertThat(send(role, path, form)).as(path).hasStatus3xxRedirection();
	}

	private MvcTestResult send(Role role, String path, Map<String, String> form) {
		var request = this.mvc.post().uri(this.study.path(path)).with(csrf()).with(this.study.as(role));
		form.forEach(request::param);
		return request.exchange();
	}

	private Long newest(String table) {
		return this.jdbc.sql("select max(id) from " + table + " where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

	private String text(String sql, Long id) {
		return this.jdbc.sql(sql).param(id).query(String.class).single();
	}

}
