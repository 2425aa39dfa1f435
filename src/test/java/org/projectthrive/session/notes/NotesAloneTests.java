package org.projectthrive.session.notes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A session of which there are notes and no transcript. */
@ThriveTest
class NotesAloneTests {

	private static final String QUOTE = "We all eat standing up";

	private static final String IDEA = "Perhaps a longer table would do";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RunningSession session;

	private UUID quote;

	private UUID idea;

	@BeforeEach
	void take() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		this.quote = note("QUOTE", "P01", QUOTE, this.session.firstQuestion());
		post(Role.FACILITATOR, this.session.path("/unscripted-questions"), "wording", "Where do you eat?");
		note("PARAPHRASE", "P02", "Lunch is short", this.session.secondQuestion());
		this.idea = note("OWN_IDEA", "", IDEA, this.session.firstQuestion());
	}

	@Test
	@DisplayName("N6 a session's notes read as a whole while it runs: unscripted questions in place, only quotes quoted")
	void notesReadAsAWhole() {
		Document page = page(Role.ANALYST, this.session.path("/notes"));

		assertThat(page.select(".notes-topic h2").eachText()).containsExactly("1 What gives you joy here?",
				"Unscripted Where do you eat?", "2 What makes a good team?");
		assertThat(page.select("q").eachText()).containsExactly(QUOTE);
		assertThat(page.select(".kind-OWN_IDEA").text()).contains("Own idea", IDEA);
		assertThat(page.select("main").text()).contains("So far:", "3 notes", "1 quote, 1 paraphrase, 1 own idea",
				"2 participants heard");
		assertThat(page.select("main").text()).doesNotContain("Test facilitator");
		assertThat(page.select("a[href$=/coding]")).isNotEmpty();
	}

	@Test
	@DisplayName("N6 a session without any transcript is coded, counted, summarised and stands in the matrix")
	void notesAloneAreAnalysed() {
		this.session.ended("HELD", "1 hour");
		Long theme = this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, 'Eating together', 'DESIRE', 1) returning id",
				this.study.id());
		for (UUID note : List.of(this.quote, this.idea)) {
			assertThat(post(Role.ANALYST, this.session.path("/codings"), "noteId", note.toString(), "themeIds",
					theme.toString()))
				.hasStatus3xxRedirection();
		}

		assertThat(page(Role.ANALYST, this.study.path("/themes/" + theme)).select("main").text()).contains(QUOTE, IDEA);
		summarise();

		assertThat(page(Role.ANALYST, this.study.path("/emerging-themes")).select("main").text())
			.contains("Eating together");
		assertThat(page(Role.ANALYST, this.study.path("/matrix")).select("main").text()).contains("Nobody sits down",
				"Eating together");
		Document words = page(Role.ANALYST, words(theme));
		assertThat(words.select("blockquote").eachText()).containsExactly(QUOTE);
		assertThat(words.select(".review-noted").eachText()).containsExactly(IDEA);
		assertThat(words.select("figure").text()).contains("Own idea");
		Document summary = page(Role.ANALYST, this.study.path("/summaries/" + this.session.id()));
		assertThat(summary.select("blockquote").eachText()).doesNotContain(IDEA);
		assertThat(summary.select(".review-noted").eachText()).contains(IDEA);
	}

	@Test
	@DisplayName("N6 a note-taker's thought that carries a theme is no quote on the page of its coding")
	void ideaIsNoQuote() {
		Long theme = this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, 'Eating together', 'DESIRE', 1) returning id",
				this.study.id());
		post(Role.ANALYST, this.session.path("/codings"), "noteId", this.idea.toString(), "themeIds", theme.toString());
		Long coding = this.jdbc.sql("select id from coding where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();

		Document page = page(Role.ANALYST, this.study.path("/codings/" + coding));

		assertThat(page.select("blockquote, q:not([id])")).isEmpty();
		assertThat(page.select(".coding-noted").text()).contains("Own idea", IDEA);
	}

	/** One analyst writes it, another one agrees. */
	private void summarise() {
		String path = this.study.path("/summaries/" + this.session.id());
		TestPerson second = this.studies.person("second");
		this.studies.member(this.study.id(), second, Role.ANALYST);
		page(Role.ANALYST, this.study.path("/summaries"));
		assertThat(post(Role.ANALYST, path)).hasStatus3xxRedirection();
		Long joy = this.jdbc.sql("""
				select d.id from domain d join guide_question q on q.question_key = d.question_key where q.id = ?""")
			.param(this.session.firstQuestion())
			.query(Long.class)
			.single();
		List<String> content = new ArrayList<>(List.of("version", "0", "take", joy + ":note:" + this.idea));
		for (Long domain : this.jdbc.sql("select id from domain where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.list()) {
			content.addAll(domain.equals(joy) ? List.of("cells[" + domain + "].points", "Nobody sits down")
					: List.of("cells[" + domain + "].notDiscussed", "true"));
		}
		assertThat(post(Role.ANALYST, path + "/content", content.toArray(new String[0]))).hasStatus3xxRedirection();
		assertThat(post(Role.ANALYST, path + "/second-read", "readerId", second.id().toString()))
			.hasStatus3xxRedirection();
		String version = this.jdbc.sql("select version from session_summary where session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.single();
		assertThat(
				this.mvc.post().uri(path + "/agreement").param("version", version).with(csrf()).with(second.signedIn()))
			.hasStatus3xxRedirection();
	}

	private String words(Long theme) {
		return page(Role.ANALYST, this.study.path("/emerging-themes")).select("a[href*=/" + theme + "]").attr("href");
	}

	private UUID note(String kind, String speaker, String text, Long question) {
		UUID id = UUID.randomUUID();
		assertThat(post(Role.FACILITATOR, this.session.path("/notes"), "id", id.toString(), "questionId",
				question.toString(), "kind", kind, "speaker", speaker, "text", text))
			.hasStatus3xxRedirection();
		return id;
	}

	private Document page(Role role, String path) {
		MvcTestResult answer = this.mvc.get().uri(path).with(this.study.as(role)).exchange();
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult post(Role role, String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.study.as(role));
		for (int at = 0; at < parameters.length; at += 2) {
			request = request.param(parameters[at], parameters[at + 1]);
		}
		return request.exchange();
	}

}
