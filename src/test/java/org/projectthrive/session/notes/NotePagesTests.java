package org.projectthrive.session.notes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.Sessions;
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

@ThriveTest
class NotePagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Sessions sessions;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RunningSession session;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
	}

	@Test
	@DisplayName("N1 the live page has the question, its probes and minutes, and a box with kinds and speaker codes")
	void livePageHasQuestionAndBox() {
		Document page = live("?at=q" + this.session.secondQuestion());

		assertThat(page.select("article h2").text()).isEqualTo("What makes a good team?");
		assertThat(page.select("article").text()).contains("5 min", "Tell us about a moment.");
		assertThat(page.select("input[name=kind]").eachAttr("value")).containsExactly("QUOTE", "PARAPHRASE",
				"NON_VERBAL", "OWN_IDEA");
		assertThat(page.select("input[name=speaker]").eachAttr("value")).containsExactly("", "P01", "P02");
		assertThat(page.select("form[action$=/end]")).hasSize(1);
		assertThat(page.select("#save-state span").text()).isEqualTo("Saved");
	}

	@Test
	@DisplayName("N1 before the session starts, the live page starts it")
	void livePageStartsTheSession() {
		this.session = RunningSession
			.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR), this.study.memberId(Role.LEAD))
			.moderatedBy(this.study.memberId(Role.LEAD));
		this.session.stage("INVITED");

		Document page = live("");

		assertThat(page.select("form[action$=/start]")).hasSize(1);
		assertThat(page.select("#entry, form[action$=/end]")).isEmpty();
	}

	@Test
	@DisplayName("N1 the live page is for the lead and the facilitators of the session")
	void livePageIsForItsFacilitators() {
		RunningSession notMine = RunningSession.make(this.jdbc, this.study.id());
		RunningSession elsewhere = RunningSession.make(this.jdbc, this.studies.fresh().id());

		assertThat(get(Role.LEAD, notMine.path("/live"))).hasStatusOk();
		assertThat(get(Role.FACILITATOR, notMine.path("/live"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(Role.FACILITATOR, notMine.path("/live/shell"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(Role.LEAD, this.study.path("/sessions/" + elsewhere.id() + "/live")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(Role.ANALYST, this.session.path("/live"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(Role.LEADER, this.session.path("/live"))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("N3 without a script a plain form saves, and sending it twice makes one note")
	void plainFormSavesOnce() {
		String id = live("").select("#entry input[name=id]").attr("value");

		MvcTestResult first = post("/notes", id, "We eat\r\nstanding up", 0);
		MvcTestResult second = post("/notes", id, "We eat\r\nstanding up", 0);

		assertThat(first).hasRedirectedUrl(this.session.path("/live?at=q" + this.session.firstQuestion()));
		assertThat(second).hasStatus3xxRedirection();
		assertThat(this.session.noteCount()).isEqualTo(1);
		assertThat(this.session.texts(UUID.fromString(id), true)).containsExactly("We eat\nstanding up");
		assertThat(live("").select("#notes .live-note-text").text()).isEqualTo("We eat standing up");
	}

	@Test
	@DisplayName("N4 without a script, an outdated edit comes back with both texts and can be saved knowingly")
	void plainFormShowsBothTexts() {
		String id = UUID.randomUUID().toString();
		post("/notes", id, "first", 0);
		post("/notes", id, "second", 1);

		MvcTestResult refused = post("/notes", id, "other", 1);

		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		Document page = page(refused);
		assertThat(page.select(".alert").text()).contains("second");
		assertThat(page.select("textarea").text()).isEqualTo("other");
		assertThat(page.select("input[name=baseVersion]").attr("value")).isEqualTo("2");
		assertThat(post("/notes", id, "other", 2)).hasStatus3xxRedirection();
		assertThat(this.session.texts(UUID.fromString(id), true)).containsExactly("first", "second", "other");
	}

	@Test
	@DisplayName("N3 without a script, a note that is refused stays in its form")
	void plainFormKeepsWhatIsRefused() {
		MvcTestResult answer = this.mvc.post()
			.uri(this.session.path("/notes"))
			.param("id", UUID.randomUUID().toString())
			.param("questionId", this.session.firstQuestion().toString())
			.param("kind", "QUOTE")
			.param("speaker", "P99")
			.param("text", "worth keeping")
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page(answer).select("textarea").text()).isEqualTo("worth keeping");
		assertThat(page(answer).select("#speaker-error").text()).contains("Nobody with this code");
	}

	@Test
	@DisplayName("N2 an unscripted question is opened on the spot, once, and collects notes like any other")
	void unscriptedQuestionCollectsNotes() {
		MvcTestResult opened = open("What makes your job difficult?");
		MvcTestResult again = open("What makes your job difficult?");
		Long question = this.sessions.unscriptedQuestions(this.study.id(), this.session.id()).get(0).id();

		assertThat(opened).hasRedirectedUrl(this.session.path("/live?at=u" + question));
		assertThat(again).hasRedirectedUrl(this.session.path("/live?at=u" + question));
		assertThat(open(" ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.post()
			.uri(this.session.path("/notes"))
			.param("id", UUID.randomUUID().toString())
			.param("unscriptedQuestionId", question.toString())
			.param("kind", "PARAPHRASE")
			.param("text", "Too many clicks")
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))).hasStatus3xxRedirection();
		assertThat(this.sessions.notes(this.study.id(), this.session.id())).singleElement()
			.satisfies((note) -> assertThat(note.unscriptedQuestionId()).isEqualTo(question));
	}

	@Test
	@DisplayName("SEC34 N3 what a device keeps of the live page has its questions and codes, and no note, name or token")
	void shellIsEmpty() {
		post("/notes", UUID.randomUUID().toString(), "We eat standing up", 0);
		park("The in-basket");

		MvcTestResult answer = get(Role.FACILITATOR, this.session.path("/live/shell"));

		Document shell = page(answer);
		assertThat(shell.text()).contains("What gives you joy here?", "P01");
		assertThat(shell.select("#live").attr("data-public-key")).isNotEmpty();
		assertThat(shell.select("input[name=_csrf], form[action$=/end]")).isEmpty();
		assertThat(shell.select("meta[name=csrf-token]").attr("content")).isEmpty();
		assertThat(shell.outerHtml()).doesNotContain("standing up", "in-basket", "Test facilitator");
	}

	@Test
	@DisplayName("N3 the worker's power ends at the live page of its session")
	void workerIsNarrow() {
		MvcTestResult worker = get(Role.FACILITATOR, this.session.path("/live/worker"));

		assertThat(worker).hasContentTypeCompatibleWith("text/javascript")
			.hasHeader("Service-Worker-Allowed", this.session.path("/live"))
			.bodyText()
			.doesNotContain("cache.put", "caches.open");
	}

	@Test
	@DisplayName("N1 each job opens its screen, the other one is a click away; without a script too the next question is asked and topics are parked")
	void screensWithoutScript() {
		assertThat(live("").select("#live").attr("data-screen")).isEqualTo("note-taker");
		this.session.moderatedBy(this.study.memberId(Role.FACILITATOR));
		assertThat(live("").select("#live").attr("data-screen")).isEqualTo("moderator");
		assertThat(live("?as=note-taker").select("#live").attr("data-screen")).isEqualTo("note-taker");

		String next = live("").select("button[data-floor=next]").attr("value");
		form("/live/floor", "topic", next);
		assertThat(live("").select(".live-question h2").text()).isEqualTo("What makes a good team?");

		park("The in-basket");
		park("The coffee");
		String first = live("").select("#parked li").first().attr("data-id");
		form("/live/parked/" + first + "?version=1", "then", "TAKE_UP");
		assertThat(live("").select("#parked li").eachText()).singleElement().asString().startsWith("The coffee");
		assertThat(live("").select(".live-question h2").text()).isEqualTo("The in-basket");
	}

	private void park(String text) {
		form("/live/parked", "text", text);
	}

	private void form(String path, String name, String value) {
		assertThat(this.mvc.post()
			.uri(this.session.path(path))
			.param(name, value)
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))).as(path + " " + value).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("N6 analysts read the notes of every session by question, with codes and no names")
	void analystsReadNotes() {
		assertThat(get(Role.ANALYST, this.session.path("/notes"))).hasStatusOk().bodyText().contains("No notes yet");
		post("/notes", UUID.randomUUID().toString(), "We eat standing up", 0);
		post("/notes", UUID.randomUUID().toString(), "<script>alert(1)</script>", 0);

		Document page = page(get(Role.ANALYST, this.session.path("/notes")));

		assertThat(page.select(".notes-topic").first().text()).contains("What gives you joy here?", "P01",
				"We eat standing up", "<script>");
		assertThat(page.select(".notes-topic").last().text()).contains("Nothing noted.");
		assertThat(page.select("main").text()).doesNotContain("Test facilitator");
		assertThat(get(Role.LEADER, this.session.path("/notes"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(Role.FACILITATOR, RunningSession.make(this.jdbc, this.study.id()).path("/notes")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("N5 the debrief opens once the session was held, and moves it on")
	void debriefMovesTheSessionOn() {
		assertThat(get(Role.FACILITATOR, this.session.path("/debrief"))).bodyText()
			.contains("opens when the session has ended");
		assertThat(debrief("too early", -1)).hasStatus(HttpStatus.CONFLICT);
		this.session.ended("HELD", "10 minutes");

		assertThat(debrief("", -1)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(debrief("The in-basket", -1)).hasRedirectedUrl(this.session.path("/debrief"));
		assertThat(debrief("The in-basket", -1)).as("a second click").hasStatus3xxRedirection();

		assertThat(this.session.currentStage()).isEqualTo("DEBRIEFED");
		assertThat(page(get(Role.FACILITATOR, this.session.path("/debrief"))).select("#topThemes").text())
			.isEqualTo("The in-basket");
		Document read = page(get(Role.ANALYST, this.session.path("/debrief")));
		assertThat(read.select("main").text()).contains("The in-basket", "warm");
		assertThat(read.select("main form")).isEmpty();
		assertThat(get(Role.LEADER, this.session.path("/debrief"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post()
			.uri(this.session.path("/debrief"))
			.param("topThemes", "x")
			.with(csrf())
			.with(this.study.as(Role.ANALYST))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("N5 a debrief that the other facilitator has changed is not overwritten unseen")
	void debriefIsNotOverwrittenUnseen() {
		this.session.ended("HELD", "10 minutes");
		debrief("first", -1);
		debrief("second", 0);

		MvcTestResult refused = debrief("other", 0);

		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		Document page = page(refused);
		assertThat(page.select(".debrief-words").text()).contains("second");
		assertThat(page.select("#topThemes").text()).isEqualTo("other");
		assertThat(page.select("input[name=version]").attr("value")).isEqualTo("1");
		assertThat(debriefs()).containsExactly("second");
	}

	private List<String> debriefs() {
		return this.jdbc.sql("select top_themes from debrief where session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.list();
	}

	private Document live(String query) {
		return page(get(Role.FACILITATOR, this.session.path("/live" + query)));
	}

	private MvcTestResult get(Role role, String path) {
		return this.mvc.get().uri(path).with(this.study.as(role)).exchange();
	}

	private MvcTestResult post(String path, String id, String text, int baseVersion) {
		return this.mvc.post()
			.uri(this.session.path(path))
			.param("id", id)
			.param("baseVersion", String.valueOf(baseVersion))
			.param("questionId", this.session.firstQuestion().toString())
			.param("unscriptedQuestionId", "")
			.param("kind", "QUOTE")
			.param("speaker", "P01")
			.param("text", text)
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	private MvcTestResult open(String wording) {
		return this.mvc.post()
			.uri(this.session.path("/unscripted-questions"))
			.param("wording", wording)
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	private MvcTestResult debrief(String topThemes, int version) {
		return this.mvc.post()
			.uri(this.session.path("/debrief"))
			.param("topThemes", topThemes)
			.param("climate", "warm")
			.param("version", String.valueOf(version))
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	private static Document page(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
