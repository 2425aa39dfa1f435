package org.projectthrive.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.support.SqlCount;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class CodingTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private ProgressService progress;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RequestPostProcessor analyst;

	private Talk talk;

	private Long theme;

	@BeforeEach
	void talk() {
		this.study = this.studies.fresh();
		this.analyst = this.study.as(Role.ANALYST);
		this.talk = Talk.in(this.study, this.studies, this.jdbc, "🎉 I like the ten minutes before clinic.",
				"Same here.");
		this.theme = Talk.theme(this.study, this.studies, "Relationships");
	}

	@Test
	@DisplayName("C2 words of a turn get a theme, counted in code points, and show it")
	void codesWords() {
		assertThat(code("turnId", this.talk.turn(1), 2, 8, "I like", this.theme))
			.hasRedirectedUrl(this.talk.path("/coding#turn-" + this.talk.turn(1)));

		assertThat(workspace("")).hasStatusOk()
			.bodyText()
			.containsPattern("<mark class=\"seg a-3\"[^>]*>I like</mark>")
			.contains("🎉 <mark");
		assertThat(words()).containsExactly("I like");
	}

	@Test
	@DisplayName("N6 a live note is coded like a turn")
	void codesNotes() {
		assertThat(code("noteId", this.talk.note(), 0, 6, "Nobody", this.theme)).hasStatus3xxRedirection();

		assertThat(workspace("")).bodyText().containsPattern("<mark [^>]*>Nobody</mark>");
		assertThat(words()).containsExactly("Nobody");
	}

	@Test
	@DisplayName("C2 without a script the whole turn is coded, with several themes at once")
	void codesWholeTurns() {
		Long other = Talk.theme(this.study, this.studies, "Time");
		MvcTestResult page = this.mvc.get()
			.uri(this.talk.path("/coding/turns/" + this.talk.turn(2)))
			.with(this.analyst)
			.exchange();
		assertThat(page).bodyText()
			.contains("name=\"themeIds\"", "name=\"turnId\" value=\"" + this.talk.turn(2) + "\"");

		assertThat(this.mvc.post()
			.uri(this.talk.path("/codings"))
			.param("turnId", this.talk.turn(2).toString())
			.param("themeIds", this.theme.toString(), other.toString())
			.with(csrf())
			.with(this.analyst)).hasStatus3xxRedirection();

		assertThat(words()).containsExactly("Same here.", "Same here.");
	}

	@Test
	@DisplayName("C2 the same coding sent by ten at once is one coding")
	void duplicatesAreIdempotent() throws Exception {
		List<Callable<Integer>> clicks = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			clicks.add(() -> code("turnId", this.talk.turn(1), 2, 8, "I like", this.theme).getResponse().getStatus());
		}
		ExecutorService threads = Executors.newFixedThreadPool(10);
		try {
			for (Future<Integer> answer : threads.invokeAll(clicks)) {
				assertThat(answer.get()).isEqualTo(302);
			}
		}
		finally {
			threads.shutdown();
		}

		assertThat(words()).containsExactly("I like");
		assertThat(this.jdbc.sql("select count(*) from audit_event where study_id = ? and action = 'words.coded'")
			.param(this.study.id())
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("C2 words outside the turn, or that are no longer there, are refused in words")
	void wordsMustBeThere() {
		assertThat(code("turnId", this.talk.turn(2), 5, 11, null, this.theme)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("lie outside");
		assertThat(code("turnId", this.talk.turn(2), 0, 4, "Some", this.theme)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("was corrected meanwhile");
		assertThat(words()).isEmpty();
	}

	@Test
	@DisplayName("C2 a turn, note, theme or session of another study does not exist here")
	void foreignThingsAreRefused() {
		TestStudy other = this.studies.fresh();
		Talk foreign = Talk.in(other, this.studies, this.jdbc, "Same here.");
		Long foreignTheme = Talk.theme(other, this.studies, "Theirs");
		Talk next = Talk.in(this.study, this.studies, this.jdbc, "Another session.");

		assertThat(code("turnId", foreign.turn(1), 0, 4, null, this.theme)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(code("noteId", foreign.note(), 0, 4, null, this.theme)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(code("turnId", next.turn(1), 0, 4, null, this.theme)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(code("turnId", this.talk.turn(2), 0, 4, null, foreignTheme)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(this.study.path("/sessions/" + foreign.sessionId() + "/coding")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(this.talk.path("/coding/turns/" + foreign.turn(1)))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(this.study.path("/themes/" + foreignTheme))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(this.study.path("/themes/" + foreignTheme + "/edit"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(words()).isEmpty();
	}

	@Test
	@DisplayName("C2 memo and star belong to one's own coding, as does its removal")
	void onlyOnesOwn() {
		code("turnId", this.talk.turn(2), 0, 4, null, this.theme);
		String coding = "/codings/" + onlyCoding();
		TestPerson second = this.studies.person("second");
		this.studies.member(this.study.id(), second, Role.ANALYST);

		for (String change : List.of("/removal", "/memo", "/star")) {
			assertThat(this.mvc.post()
				.uri(this.study.path(coding + change))
				.param("starred", "true")
				.param("memo", "mine")
				.with(csrf())
				.with(second.signedIn())).hasStatus(HttpStatus.CONFLICT).bodyText().contains("only by the analyst");
		}
		post(coding + "/memo", "memo", "Told twice");
		post(coding + "/star", "starred", "true");
		assertThat(get(this.study.path(coding))).bodyText().contains("Told twice", "Take the star off");
		assertThat(post(coding + "/memo", "memo", "x".repeat(2001))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(coding + "/removal", "x", "x")).hasStatus3xxRedirection();
		assertThat(words()).isEmpty();
	}

	@Test
	@DisplayName("C2 undo takes back what one coded last, and nothing of others or of last week")
	void undoes() {
		code("turnId", this.talk.turn(1), 2, 8, null, this.theme);
		this.jdbc.sql("update coding set coded_at = now() - interval '7 days' where study_id = ?")
			.param(this.study.id())
			.update();
		code("turnId", this.talk.turn(2), 0, 4, null, this.theme);

		assertThat(undo(this.analyst)).hasRedirectedUrl(this.talk.path("/coding#turn-" + this.talk.turn(2)));
		assertThat(words()).containsExactly("I like");
		assertThat(undo(this.analyst)).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/sessions/0/codings/undo", "x", "x")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(words()).containsExactly("I like");
	}

	@Test
	@DisplayName("C3 the codings of others can be hidden")
	void hidesOthers() {
		TestPerson second = this.studies.person("second");
		this.studies.member(this.study.id(), second, Role.ANALYST);
		code("turnId", this.talk.turn(2), 0, 4, null, this.theme);

		assertThat(this.mvc.get().uri(this.talk.path("/coding")).with(second.signedIn())).bodyText().contains("<mark");
		assertThat(this.mvc.get().uri(this.talk.path("/coding?mine=true")).with(second.signedIn())).bodyText()
			.doesNotContain("<mark")
			.contains("Same here.");
		assertThat(workspace("?mine=true")).bodyText().contains("<mark");
		assertThat(this.mvc.get()
			.uri(this.talk.path("/coding/turns/" + this.talk.turn(2) + "?mine=true"))
			.with(second.signedIn())).bodyText().doesNotContain("<mark");
		assertThat(this.mvc.get().uri(this.study.path("/themes/" + this.theme + "?mine=true")).with(second.signedIn()))
			.bodyText()
			.doesNotContain("<mark");
	}

	@Test
	@DisplayName("C2 a session is filtered by speaker, question, theme and star")
	void filters() {
		code("turnId", this.talk.turn(2), 0, 4, null, this.theme);

		assertThat(workspace("?speaker=P02")).bodyText().contains("here.").doesNotContain("ten minutes");
		assertThat(workspace("?theme=" + this.theme)).bodyText().contains("here.").doesNotContain("ten minutes");
		assertThat(workspace("?question=q" + this.talk.questionId())).bodyText().contains("here.", "ten minutes");
		assertThat(workspace("?question=q0")).bodyText().doesNotContain("here.", "ten minutes");
		assertThat(workspace("?starred=true")).bodyText().doesNotContain("here.").contains("Nothing in this session");
	}

	@Test
	@DisplayName("C2 a page of a hundred turns and a hundred and thirty codings takes as few statements as one of two")
	void statementsDoNotGrow() {
		int few = statements(() -> workspace(""));
		String[] said = new String[100];
		Arrays.fill(said, "I like the ten minutes before clinic.");
		Talk many = Talk.in(this.study, this.studies, this.jdbc, said);
		for (int i = 0; i < 130; i++) {
			this.studies.insert(
					"insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, end_at, "
							+ "coded_at) values (?, ?, ?, ?, ?, ?, ?, now()) returning id",
					this.study.id(), many.sessionId(), many.turns().get(i % 100), this.theme,
					this.study.person(Role.ANALYST).id(), i / 100, 20);
		}

		int ofMany = statements(() -> assertThat(get(many.path("/coding"))).bodyText().contains("<mark"));

		assertThat(ofMany).isEqualTo(few).isLessThanOrEqualTo(3 + 3); // the gate asks
																		// three
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	@DisplayName("C2 leads and analysts read, only analysts code")
	void roles(Role role) {
		RequestPostProcessor as = this.study.as(role);
		boolean reads = role == Role.LEAD || role == Role.ANALYST;
		for (String page : List.of(this.study.path("/themes"), this.study.path("/themes/" + this.theme),
				this.study.path("/coding"), this.talk.path("/coding"),
				this.talk.path("/coding/turns/" + this.talk.turn(1)))) {
			assertThat(this.mvc.get().uri(page).with(as)).as(page)
				.hasStatus(reads ? HttpStatus.OK : HttpStatus.FORBIDDEN);
		}
		assertThat(this.mvc.get().uri(this.study.path("/themes/new")).with(as))
			.hasStatus((role == Role.ANALYST) ? HttpStatus.OK : HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post()
			.uri(this.talk.path("/codings"))
			.param("turnId", this.talk.turn(1).toString())
			.param("themeIds", this.theme.toString())
			.with(csrf())
			.with(as)).hasStatus((role == Role.ANALYST) ? HttpStatus.FOUND : HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("C1 a theme is made, refused beside its name when there is one already, reworded and moved")
	void editsThemes() {
		assertThat(theme("/themes", "name", "Time", "colour", "4", "group", "DESIRE", "definition", "Hours"))
			.hasStatus3xxRedirection();
		Long time = this.jdbc.sql("select id from theme where study_id = ? and name = 'Time'")
			.param(this.study.id())
			.query(Long.class)
			.single();

		assertThat(theme("/themes", "name", "tIME ", "colour", "4", "group", "NONE"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Another theme has this name");
		assertThat(theme("/themes", "name", "", "colour", "13", "group", "NONE"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("name-error", "colour-error");
		assertThat(theme("/themes/" + this.theme, "name", "Bonds", "colour", "2", "group", "POSITIVE", "parentId",
				time.toString(), "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(theme("/themes/" + this.theme, "name", "Older words", "colour", "2", "group", "POSITIVE", "version",
				"0"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(get(this.study.path("/themes/" + this.theme))).bodyText().contains("Bonds", "Time", "Positive");
	}

	@Test
	@DisplayName("C1 a retired theme keeps its words and is given to nothing new")
	void retiresThemes() {
		code("turnId", this.talk.turn(2), 0, 4, null, this.theme);

		assertThat(theme("/themes/" + this.theme + "/retirement")).hasStatus3xxRedirection();

		assertThat(code("turnId", this.talk.turn(1), 2, 8, null, this.theme)).hasStatus(HttpStatus.CONFLICT);
		assertThat(workspace("")).bodyText().containsPattern("<mark [^>]*>Same</mark>").doesNotContain("data-theme=");
		assertThat(get(this.study.path("/themes"))).bodyText()
			.contains("Retired themes (1)", "1 codings in 1 sessions");
		assertThat(theme("/themes/" + this.theme + "/return")).hasStatus3xxRedirection();
		assertThat(code("turnId", this.talk.turn(1), 2, 8, null, this.theme)).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("C1 of two analysts who move themes under each other at once one is refused")
	void noCircleUnderConcurrency() throws Exception {
		Long other = Talk.theme(this.study, this.studies, "Time");
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Integer>> answers = threads.invokeAll(
					List.of(() -> move(this.theme, "Relationships", other), () -> move(other, "Time", this.theme)));
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 409);
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	@DisplayName("C1 a theme's page shows all its words in context")
	void themeShowsItsWords() {
		code("turnId", this.talk.turn(1), 2, 8, null, this.theme);

		assertThat(get(this.study.path("/themes/" + this.theme))).bodyText()
			.containsPattern("<mark [^>]*>I like</mark>")
			.contains(" the ten minutes before clinic.", "#turn-" + this.talk.turn(1));
	}

	@Test
	@DisplayName("W2 the review has its codebook, and every held session coded")
	void criteria() {
		assertThat(isMet("coding.themes")).isTrue();
		assertThat(isMet("coding.sessions")).isFalse();

		code("turnId", this.talk.turn(2), 0, 4, null, this.theme);

		assertThat(isMet("coding.sessions")).isTrue();
		Talk.in(this.study, this.studies, this.jdbc, "Not coded yet.");
		assertThat(isMet("coding.sessions")).isFalse();
		assertThat(get(this.study.path("/coding"))).bodyText()
			.contains("1 of 2 coded", "Test analyst: 1", "Nobody yet");
	}

	private boolean isMet(String criterion) {
		return this.progress.of(this.study.id())
			.step(StepName.REVIEW)
			.criteria()
			.stream()
			.filter((one) -> one.key().equals(criterion))
			.anyMatch(CriterionProgress::met);
	}

	private MvcTestResult code(String kind, Object source, int start, int end, String words, Long themeId) {
		var request = this.mvc.post()
			.uri(this.talk.path("/codings"))
			.param(kind, source.toString())
			.param("start", Integer.toString(start))
			.param("end", Integer.toString(end))
			.param("themeIds", themeId.toString())
			.with(csrf())
			.with(this.analyst);
		return ((words != null) ? request.param("words", words) : request).exchange();
	}

	private MvcTestResult post(String path, String name, String value) {
		return this.mvc.post().uri(this.study.path(path)).param(name, value).with(csrf()).with(this.analyst).exchange();
	}

	private MvcTestResult undo(RequestPostProcessor as) {
		return this.mvc.post().uri(this.talk.path("/codings/undo")).with(csrf()).with(as).exchange();
	}

	private MvcTestResult theme(String path, String... form) {
		var request = this.mvc.post().uri(this.study.path(path)).with(csrf()).with(this.analyst);
		for (int i = 0; i < form.length; i += 2) {
			request = request.param(form[i], form[i + 1]);
		}
		return request.exchange();
	}

	private int move(Long themeId, String name, Long parentId) {
		return theme("/themes/" + themeId, "name", name, "colour", "1", "group", "NONE", "parentId",
				parentId.toString())
			.getResponse()
			.getStatus();
	}

	private MvcTestResult workspace(String query) {
		return get(this.talk.path("/coding" + query));
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.analyst).exchange();
	}

	private Long onlyCoding() {
		return this.jdbc.sql("select id from coding where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

	private List<String> words() {
		return this.jdbc.sql("""
				select substring(coalesce(t.text, n.text) from c.start_at + 1 for c.end_at - c.start_at)
				from coding c left join turn t on t.id = c.turn_id left join note n on n.id = c.note_id
				where c.study_id = ? order by c.id""").param(this.study.id()).query(String.class).list();
	}

	/**
	 * How many statements this thread sends meanwhile, but for those of the browser
	 * session.
	 */
	private static int statements(Runnable action) {
		return (int) SqlCount.of(action).stream().filter((sql) -> !sql.contains("SPRING_SESSION")).count();
	}

}
