package org.projectthrive.session.people;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.notes.RunningSession;
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

/** The consent text, and the door of a session. */
@ThriveTest
class PeopleTests {

	private static final String WORDS = "We show no count under {counts} and no group under {quotes}.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RunningSession session;

	private Long first;

	@BeforeEach
	void open() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		this.first = this.jdbc.sql("select id from participant where study_id = ? and code = 'P01'")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

	@Test
	@DisplayName("S7 one press records a spoken yes to every item, under the text in force, and checks in")
	void onePressForAll() {
		Document before = page();
		assertThat(before.select("#person-" + this.first + " .consent-open")).hasSize(3);

		assertThat(post("/people/" + this.first + "/consent", "all", "true", "here", "true")).hasStatus3xxRedirection();

		Document after = page();
		assertThat(after.select("#person-" + this.first + " .consent-given")).hasSize(3);
		assertThat(after.select("#person-" + this.first + " input[name=attended]").hasAttr("checked")).isTrue();
		assertThat(after.select("#person-" + this.first + " .door-said").text()).contains("by word", "version 1",
				"recorded by Test facilitator");
		assertThat(after.select(".consent-words").text()).contains("a count of fewer than 5 people",
				"a group of fewer than 10");
	}

	@Test
	@DisplayName("S7 an answer can be withdrawn, also after the session was closed, and the earlier one is kept")
	void answersCanBeWithdrawn() {
		post("/people/" + this.first + "/consent", "all", "true");
		this.session.ended("CLOSED", "3 days");

		assertThat(post("/people/" + this.first + "/consent", "quotes", "false", "how", "WRITTEN"))
			.hasStatus3xxRedirection();

		assertThat(page().select("#person-" + this.first + " .consent-withdrawn").text()).contains("Quotes",
				"withdrawn");
		assertThat(page().select("#person-" + this.first + " .consent-given")).hasSize(2);
		assertThat(this.jdbc.sql("select given from consent where participant_id = ? and item = 'QUOTES' order by id")
			.param(this.first)
			.query(Boolean.class)
			.list()).containsExactly(true, false);
	}

	@Test
	@DisplayName("S7 a new version of the text leaves what was agreed to under the old one, and its thresholds stay")
	void versionsAreFinal() {
		assertThat(publish(WORDS, 6, 12)).hasStatus3xxRedirection();
		post("/people/" + this.first + "/consent", "all", "true");

		assertThat(publish(WORDS, 5, 10)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Participants were told the thresholds");
		assertThat(publish("In new words: {counts}, {quotes}.", 6, 12)).hasStatus3xxRedirection();

		assertThat(page().select("#person-" + this.first + " .door-said").text()).contains("version 1")
			.doesNotContain("version 2");
		assertThat(page().select(".consent-words").text()).isEqualTo("In new words: 6, 12.");
		assertThat(this.jdbc.sql("select words from consent_text where study_id = ? order by number")
			.param(this.study.id())
			.query(String.class)
			.list()).containsExactly(WORDS, "In new words: {counts}, {quotes}.");
		assertThat(this.mvc.get().uri(this.study.path("/consent")).with(this.study.as(Role.ANALYST))).hasStatusOk()
			.bodyText()
			.contains("no count under 6 and no group under 12");
	}

	@Test
	@DisplayName("S7 a text that does not print the thresholds is not published, and a draft is seen by the lead only")
	void textPrintsTheThresholds() {
		assertThat(publish("Nothing about numbers", 5, 10)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("words-error", "Nothing about numbers");
		assertThat(publish(WORDS, 12, 10)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("quotesUnder-error");
		assertThat(text("", "My draft {counts} {quotes}", 5, 10)).hasStatus3xxRedirection();
		assertThat(text("", "Another {counts} {quotes}", 5, 10)).as("from a page without the draft")
			.hasStatus(HttpStatus.CONFLICT);

		assertThat(this.mvc.get().uri(this.study.path("/consent")).with(this.study.as(Role.LEAD))).bodyText()
			.contains("My draft");
		assertThat(this.mvc.get().uri(this.study.path("/consent")).with(this.study.as(Role.FACILITATOR))).bodyText()
			.doesNotContain("My draft");
	}

	@Test
	@DisplayName("S8 a tick changes only what was changed on the page; an empty box is no error")
	void ticksDoNotUndoEachOther() {
		String second = this.jdbc.sql("select id from participant where study_id = ? and code = 'P02'")
			.param(this.study.id())
			.query(String.class)
			.single();
		post("/attendance", "attended", second);

		assertThat(post("/attendance", "attended", this.first.toString())).hasStatus3xxRedirection();
		assertThat(came()).containsExactly("P01", "P02");
		assertThat(post("/attendance", "before", second)).hasStatus3xxRedirection();
		assertThat(came()).containsExactly("P01");
		assertThat(post("/attendance")).hasStatus3xxRedirection();
		assertThat(came()).containsExactly("P01");
	}

	@Test
	@DisplayName("S8 others present are a number and their roles")
	void othersArePresent() {
		assertThat(post("/others", "othersPresent", "2", "othersRoles", "IT support")).hasStatus3xxRedirection();
		assertThat(page().select("#othersRoles").attr("value")).isEqualTo("IT support");
		assertThat(post("/others", "othersPresent", "99", "othersRoles", "a crowd"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("othersPresent-error", "a crowd");
	}

	@Test
	@DisplayName("P3 the door with its names is for the lead and the session's own facilitators")
	void doorIsForItsOwn() {
		RunningSession notMine = RunningSession.make(this.jdbc, this.study.id());
		assertThat(this.mvc.get().uri(notMine.path("/people")).with(this.study.as(Role.FACILITATOR)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.session.path("/people")).with(this.study.as(Role.ANALYST)))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(notMine.path("/people")).with(this.study.as(Role.LEAD))).hasStatusOk();
	}

	private List<String> came() {
		return this.jdbc.sql("""
				select p.code from session_participant sp join participant p on p.id = sp.participant_id
				where sp.session_id = ? and sp.attended order by 1""")
			.param(this.session.id())
			.query(String.class)
			.list();
	}

	private Document page() {
		MvcTestResult answer = this.mvc.get()
			.uri(this.session.path("/people"))
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult post(String path, String... parameters) {
		var request = this.mvc.post().uri(this.session.path(path)).with(csrf()).with(this.study.as(Role.FACILITATOR));
		for (int at = 0; at < parameters.length; at += 2) {
			request = request.param(parameters[at], parameters[at + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult publish(String words, int counts, int quotes) {
		return text("/publication", words, counts, quotes);
	}

	private MvcTestResult text(String path, String words, int counts, int quotes) {
		return this.mvc.post()
			.uri(this.study.path("/consent" + path))
			.param("words", words)
			.param("countsUnder", String.valueOf(counts))
			.param("quotesUnder", String.valueOf(quotes))
			.param("version", "0")
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

}
