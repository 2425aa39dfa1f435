package org.projectthrive.session.notes;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.ReplacedWords;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class NoteNamesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReplacedWords replacedWords;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private Clock clock;

	private TestStudy study;

	private RunningSession session;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		name("P01", "Maria Lopez");
		name("P02", "Grace Okafor");
	}

	@Test
	@DisplayName("N6 P3 names typed into a note are covered on save, and sending it again is answered alike")
	void notesAreCovered() {
		UUID id = UUID.randomUUID();

		String first = body(put(id, "Maria's idea, as Dr. Okafor said", 0));
		String second = body(put(id, "Maria's idea, as Dr. Okafor said", 0));

		assertThat(second).isEqualTo(first);
		assertThat(this.session.texts(id, true)).containsExactly("P01's idea, as P02 said");
		assertThat(this.session.texts(id, false)).isEmpty();
	}

	@Test
	@DisplayName("N6 N3 the same words sent again after the roster has grown are still the same note")
	void sameWordsStayOneNoteWhenTheRosterGrows() {
		UUID id = UUID.randomUUID();
		put(id, "Wendelin agrees with Maria", 0);
		name("P02", "Wendelin Sample");

		assertThat(put(id, "Wendelin agrees with Maria", 0)).hasStatusOk();

		assertThat(this.session.texts(id, false)).isEmpty();
		assertThat(this.session.noteCount()).isEqualTo(1);
	}

	@Test
	@DisplayName("N6 P3 what may be a name is marked on the notes page and decided by one button, for its facilitators only")
	void doubtsAreDecidedOnTheNotesPage() {
		UUID one = UUID.randomUUID();
		UUID two = UUID.randomUUID();
		put(one, "Grace is what we lack, call 555-123-4567", 0);
		put(two, "Grace again", 0);

		Document page = page(Role.FACILITATOR, "/notes");
		assertThat(page.select(".mark-words").eachText()).containsExactly("Grace", "555-123-4567");
		assertThat(page(Role.ANALYST, "/notes").select(".mark, a[href$=/names]")).isEmpty();

		String here = page.select("button[value~=^one:.*:0]").get(1).attr("value");
		assertThat(decide(here)).hasStatus3xxRedirection();
		assertThat(this.session.texts(two, true)).containsExactly("P02 again", "P02 again");
		page = page(Role.FACILITATOR, "/names");
		assertThat(decide(page.select("button[data-key=k]").first().attr("value"))).hasStatus3xxRedirection();
		page = page(Role.FACILITATOR, "/names");
		assertThat(page.select("form[data-marks] .mark-words").eachText()).containsExactly("555-123-4567");
		assertThat(decide(page.select("form[data-marks] button[data-key=r]").first().attr("value")))
			.hasStatus3xxRedirection();
		assertThat(text(one)).isEqualTo("Grace is what we lack, call [phone number]");
		page = page(Role.FACILITATOR, "/names");
		assertThat(page.select("form[data-marks]")).isEmpty();

		assertThat(decide(page.select("details button[value$=undo]").attr("value"))).hasStatus3xxRedirection();
		assertThat(page(Role.FACILITATOR, "/names").select("form[data-marks] .mark-words").eachText())
			.containsExactly("Grace");
		assertThat(
				this.jdbc.sql("select action from audit_event where study_id = ? and action like 'mark.%' order by id")
					.param(this.study.id())
					.query(String.class)
					.list())
			.containsExactly("mark.replaced", "mark.kept", "mark.replaced", "mark.reopened");
	}

	@Test
	@DisplayName("P3 the places to decide are for the lead and the session's facilitators, and unknown ones are not found")
	void marksAreForTheSessionsPeople() {
		RunningSession notMine = RunningSession.make(this.jdbc, this.study.id());

		assertThat(get(Role.ANALYST, this.session.path("/names"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(Role.LEADER, this.session.path("/names"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(Role.FACILITATOR, notMine.path("/names"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(Role.LEAD, notMine.path("/names"))).hasStatusOk();
		assertThat(decide("all:" + "0".repeat(32) + ":0")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(decide("something else")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("P3 names in unscripted questions and the debrief are covered")
	void asidesAreCovered() {
		post("/unscripted-questions", Map.of("wording", "What does Maria need?"));
		post("/unscripted-questions", Map.of("wording", "What does Maria need?"));
		this.session.ended("HELD", "10 minutes");
		post("/debrief", Map.of("topThemes", "Lopez was tired", "version", "-1"));

		assertThat(this.jdbc.sql("select wording from unscripted_question where session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.list()).containsExactly("What does P01 need?");
		assertThat(this.jdbc.sql("select top_themes from debrief where session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.single()).isEqualTo("P01 was tired");
	}

	@Test
	@DisplayName("X3 A3 what was replaced is not kept, unless the lead says until when; then it is deleted, and audited")
	void replacedWordsAreKeptOnlyOnRequest() {
		put(UUID.randomUUID(), "Maria spoke", 0);
		assertThat(replaced()).isEmpty();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);

		assertThat(setting(today.toString())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(setting("")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(setting(today.plusDays(30).toString())).hasStatus3xxRedirection();
		put(UUID.randomUUID(), "Lopez spoke", 0);

		assertThat(replaced()).containsExactly("Lopez");
		assertThat(page(Role.FACILITATOR, "/names").select(".names-replaced").text()).contains("P01", "Lopez");
		assertThat(get(Role.ANALYST, this.study.path("/names"))).hasStatus(HttpStatus.FORBIDDEN);
		this.replacedWords.forgetDue();
		assertThat(replaced()).containsExactly("Lopez");
		this.jdbc.sql("update name_setting set keep_until = current_date - 2 where study_id = ?")
			.param(this.study.id())
			.update();
		this.replacedWords.forgetDue();
		assertThat(replaced()).isEmpty();
		assertThat(
				this.jdbc.sql("select action from audit_event where study_id = ? and action like 'names.%' order by id")
					.param(this.study.id())
					.query(String.class)
					.list())
			.containsExactly("names.kept-until", "names.forgotten");
	}

	@Test
	@DisplayName("A3 what is being replaced in the very moment in which the study forgets is forgotten too")
	void wordsReplacedMeanwhileAreForgotten() {
		setting(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(3).toString());
		Rewording rewording = new Rewording(new NamedText("note:1", "", "", "Maria said"),
				List.of(new Rewording.Change(0, 5, "P01")));

		CompletableFuture<Void> forgetting = this.transactions.execute((status) -> {
			this.replacedWords.keep(this.study.id(), this.session.id(), List.of(rewording));
			CompletableFuture<Void> begun = CompletableFuture
				.runAsync(() -> this.replacedWords.forget(this.study.id()));
			await().until(() -> begun.isDone() || isWaiting());
			return begun;
		});
		forgetting.join();

		assertThat(replaced()).isEmpty();
	}

	private boolean isWaiting() {
		return this.jdbc
			.sql("""
					select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like 'delete from %'
					    and datname = current_database())""")
			.query(Boolean.class)
			.single();
	}

	private List<String> replaced() {
		return this.jdbc.sql("select words from replaced_words where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.list();
	}

	private MvcTestResult setting(String until) {
		return this.mvc.post()
			.uri(this.study.path("/names"))
			.param("until", until)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private String text(UUID note) {
		return this.jdbc.sql("select text from note where id = ?").param(note).query(String.class).single();
	}

	private void name(String code, String name) {
		this.jdbc.sql("""
				insert into participant_key (participant_id, study_id, name) select id, study_id, ? from participant
				where study_id = ? and code = ? on conflict (participant_id) do update set name = excluded.name""")
			.params(name, this.study.id(), code)
			.update();
	}

	private MvcTestResult put(UUID id, String text, int base) {
		return this.mvc.put()
			.uri(this.session.path("/notes/" + id))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"questionId\": %d, \"kind\": \"QUOTE\", \"text\": \"%s\", \"baseVersion\": %d}"
				.formatted(this.session.firstQuestion(), text, base))
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	private MvcTestResult decide(String choice) {
		return post("/names/marks", Map.of("decide", choice));
	}

	private MvcTestResult post(String path, Map<String, String> form) {
		var request = this.mvc.post().uri(this.session.path(path)).with(csrf()).with(this.study.as(Role.FACILITATOR));
		form.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult get(Role role, String path) {
		return this.mvc.get().uri(path).with(this.study.as(role)).exchange();
	}

	private Document page(Role role, String path) {
		return Jsoup.parse(body(get(role, this.session.path(path))));
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
