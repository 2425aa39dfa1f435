package org.projectthrive.review;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class ReviewTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private ProgressService progress;

	@Autowired
	private ReleasedFindings released;

	@Autowired
	private JdbcClient jdbc;

	private ReviewFixture fixture;

	@BeforeEach
	void begin() {
		this.fixture = ReviewFixture.in(this.studies, this.jdbc);
	}

	@Test
	@DisplayName("R4 the matrix shows agreed and drafted points, what was not discussed, and the themes found")
	void matrixShowsWhatEachSessionSaid() {
		Long joy = domain("Joy in work", null);
		Long scope = domain("Scope of practice", null);
		Long agreed = summary(1, "AGREED");
		point(agreed, joy, "Laughter before clinic");
		cell(agreed, scope, true);
		point(summary(2, "DRAFT"), joy, "A rough note");

		String page = body("/matrix", Role.LEAD);

		assertThat(page).contains("Laughter before clinic", "A rough note", "Not discussed", "Laughing at the desk",
				"/matrix/" + this.fixture.session(1) + "/" + joy, "not-discussed", "empty-cell", "Nothing written yet",
				"Draft");
		assertThat(page.indexOf("Conversation 1")).isLessThan(page.indexOf("Conversation 2"));
	}

	@Test
	@DisplayName("R4 the matrix is filtered by site and by kind of session")
	void matrixIsFiltered() {
		point(summary(1, "AGREED"), domain("Joy in work", null), "Laughter");

		assertThat(body("/matrix?kind=MAKE_UP", Role.ANALYST)).contains("Conversation 3")
			.doesNotContain("Conversation 1");
		assertThat(body("/matrix?site=Maple Street", Role.ANALYST)).contains("Conversation 2")
			.doesNotContain("Conversation 3");
	}

	@Test
	@DisplayName("R5 themes under a question are counted in sessions and graded; the table holds the confirmed ones")
	void themesEmerge() {
		assertThat(body("/emerging-themes", Role.LEAD)).contains("Laughing at the desk", "in 3 of 3 sessions",
				"Meetings without an hour", "in 1 of 3 sessions", "grade-ALL", "grade-ONE");
		assertThat(body("/emerging-themes/table", Role.LEAD)).doesNotContain("Laughing at the desk");

		decide(0, "desk", "confirm", "DESIRE");
		decide(1, "meetings", "dismiss", "BARRIER");

		assertThat(body("/emerging-themes/table", Role.LEAD))
			.contains("Laughing at the desk", "Desires", "(all: 3 of 3)")
			.doesNotContain("Meetings without an hour");
		assertThat(body("/emerging-themes/" + this.fixture.keys().get(0) + "/" + this.fixture.theme("desk"), Role.LEAD))
			.contains("We laugh", "/transcript#turn-" + this.fixture.turn(3, 1));

		decide(0, "desk", "withdraw", "DESIRE");
		assertThat(body("/emerging-themes/table", Role.LEAD)).doesNotContain("Laughing at the desk");
	}

	@Test
	@DisplayName("R5 a theme or question of another study is unknown here")
	void foreignThemesAreUnknown() {
		ReviewFixture other = ReviewFixture.in(this.studies, this.jdbc);

		assertThat(post("/emerging-themes/" + this.fixture.keys().get(0) + "/" + other.theme("desk"), Role.ANALYST,
				"decision", "confirm"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/emerging-themes/" + UUID.randomUUID() + "/" + this.fixture.theme("desk"), Role.ANALYST,
				"decision", "confirm"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("R6 a point is placed into a statement of its side, is counted by session, and leads to its evidence")
	void pointsAreContrasted() {
		Long difficult = domain("Hard days", "DIFFICULT");
		Long first = point(summary(1, "AGREED"), difficult, "Charts at the kitchen table");
		Long second = point(summary(2, "AGREED"), difficult, "The laptop after bath time");
		assertThat(post("/contrasts/topics", Role.ANALYST, "name", "Work-life balance")).hasStatus3xxRedirection();
		assertThat(post("/contrasts/topics", Role.ANALYST, "name", "work-life BALANCE")).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/contrasts/topics", Role.ANALYST, "name", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Long topic = id("select id from contrast_topic where study_id = ?");

		assertThat(place(first, "topic:" + topic, "Work follows people home.")).hasStatus3xxRedirection();
		Long statement = id("select id from contrast_statement where study_id = ?");
		assertThat(place(second, "statement:" + statement, "")).hasStatus3xxRedirection();
		assertThat(place(second, "", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

		assertThat(body("/contrasts", Role.LEAD)).contains("Work follows people home.", "(in 2 sessions)")
			.doesNotContain("Points without a place");
		assertThat(body("/contrasts/table", Role.LEAD)).contains("Work follows people home.");
		assertThat(body("/contrasts/statements/" + statement, Role.LEAD)).contains("Charts at the kitchen table",
				"Conversation 2", "2 points in 2 sessions");

		assertThat(post("/contrasts/statements/" + statement + "/points/" + second + "/removal", Role.ANALYST))
			.hasStatus3xxRedirection();
		assertThat(body("/contrasts", Role.ANALYST)).contains("(in 1 session)", "Points without a place (1)");
	}

	@Test
	@DisplayName("R6 what is difficult is no evidence of what goes well, and points of other studies none at all")
	void sidesDoNotMix() {
		Long point = point(summary(1, "AGREED"), domain("Good days", "GOES_WELL"), "The basket is empty");
		Long topic = this.studies.insert(
				"insert into contrast_topic (study_id, name, position) values (?, 'Inbox', 1) returning id",
				this.fixture.study().id());
		Long statement = this.studies
			.insert("insert into contrast_statement (study_id, topic_id, side, text, position) "
					+ "values (?, ?, 'DIFFICULT', 'Too many', 1) returning id", this.fixture.study().id(), topic);

		assertThat(place(point, "statement:" + statement, "")).hasStatus(HttpStatus.CONFLICT);
		this.fixture = ReviewFixture.in(this.studies, this.jdbc);
		assertThat(place(point, "statement:" + statement, "")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("R8 leaders see a finding once the lead has released it, with the sessions that raised it")
	void findingsAreReleased() {
		assertThat(post("/findings", Role.ANALYST, "statement", "Laughter carries the day.", "themes",
				"" + this.fixture.theme("desk"), "questionKey", "" + this.fixture.keys().get(0)))
			.hasStatus3xxRedirection();
		Long finding = id("select id from finding where study_id = ?");
		assertThat(body("/findings", Role.LEADER)).doesNotContain("Laughter carries the day.");
		assertThat(post("/findings/" + finding + "/release", Role.ANALYST)).hasStatus(HttpStatus.FORBIDDEN);

		assertThat(post("/findings/" + finding + "/release", Role.LEAD)).hasStatus3xxRedirection();

		assertThat(body("/findings", Role.LEADER)).contains("Laughter carries the day.", "Raised in 3 of 3 sessions")
			.doesNotContain("/findings/" + finding, "/summaries");
		assertThat(this.released.ofStudy(this.fixture.study().id())).extracting(ReleasedFindings.FindingRow::id)
			.containsExactly(finding);
		assertThat(post("/findings/" + finding, Role.ANALYST, "statement", "Changed", "version", "1"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/findings/" + finding + "/removal", Role.ANALYST)).hasStatus(HttpStatus.CONFLICT);

		assertThat(post("/findings/" + finding + "/withdrawal", Role.LEAD)).hasStatus3xxRedirection();
		assertThat(body("/findings", Role.LEADER)).doesNotContain("Laughter carries the day.");
	}

	@Test
	@DisplayName("R8 a finding without themes is not released, and an older version never overwrites a newer one")
	void findingNeedsThemesAndTheNewestVersion() {
		post("/findings", Role.ANALYST, "statement", "Nobody knows why.").exchange();
		Long finding = id("select id from finding where study_id = ?");
		assertThat(post("/findings/" + finding + "/release", Role.LEAD)).hasStatus(HttpStatus.CONFLICT);

		assertThat(post("/findings/" + finding, Role.ANALYST, "statement", "First", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(post("/findings/" + finding, Role.ANALYST, "statement", "Second", "version", "0"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("First", "Second");
		assertThat(post("/findings/" + finding, Role.ANALYST, "statement", "", "version", "1"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post("/findings", Role.ANALYST, "statement", "Foreign", "themes",
				"" + ReviewFixture.in(this.studies, this.jdbc).theme("desk")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("R8 facilitators and leaders open nothing else of the review")
	void reviewIsForAnalystsAndTheLead() {
		for (String path : List.of("/domains", "/summaries", "/matrix", "/emerging-themes", "/emerging-themes/table",
				"/contrasts", "/contrasts/table")) {
			get(path, Role.LEAD, HttpStatus.OK);
			get(path, Role.ANALYST, HttpStatus.OK);
			get(path, Role.FACILITATOR, HttpStatus.FORBIDDEN);
			get(path, Role.LEADER, HttpStatus.FORBIDDEN);
		}
		get("/findings", Role.LEADER, HttpStatus.OK);
		get("/findings", Role.FACILITATOR, HttpStatus.FORBIDDEN);
		get("/findings/new", Role.LEAD, HttpStatus.FORBIDDEN);
		get("/contrasts/statements/new", Role.ANALYST, HttpStatus.OK);
	}

	@Test
	@DisplayName("W2 the review is complete with every session agreed, a theme confirmed and a finding released")
	void stepIsComplete() {
		assertThat(met()).doesNotContain("review.summaries", "review.agreed", "review.emerging", "review.findings");
		List.of(1, 2).forEach((n) -> summary(n, "AGREED"));
		assertThat(met()).doesNotContain("review.summaries");
		summary(3, "DRAFT");
		decide(0, "desk", "confirm", "NONE");
		assertThat(met()).contains("review.summaries", "review.emerging").doesNotContain("review.agreed");

		this.jdbc.sql(
				"update session_summary set stage = 'AGREED', agreed_at = now(), second_reader_id = ? where study_id = ?")
			.params(this.fixture.secondAnalyst().id(), this.fixture.study().id())
			.update();
		this.jdbc
			.sql("insert into finding (study_id, statement, written_by, written_at, released_by, released_at) "
					+ "values (?, 'Said', ?, now(), ?, now())")
			.params(this.fixture.study().id(), this.fixture.secondAnalyst().id(),
					this.fixture.study().person(Role.LEAD).id())
			.update();

		assertThat(met()).contains("review.agreed", "review.findings");
	}

	private List<String> met() {
		return this.progress.of(this.fixture.study().id())
			.step(StepName.REVIEW)
			.criteria()
			.stream()
			.filter(CriterionProgress::met)
			.map(CriterionProgress::key)
			.toList();
	}

	private void decide(int question, String theme, String decision, String group) {
		assertThat(post("/emerging-themes/" + this.fixture.keys().get(question) + "/" + this.fixture.theme(theme),
				Role.ANALYST, "decision", decision, "group", group))
			.hasStatus3xxRedirection();
	}

	private MockMvcRequestBuilder place(Long point, String target, String text) {
		return post("/contrasts/places", Role.ANALYST, "pointId", point.toString(), "target", target, "text", text);
	}

	private MockMvcRequestBuilder post(String path, Role role, String... parameters) {
		MockMvcRequestBuilder request = this.mvc.post()
			.uri(this.fixture.path(path))
			.with(csrf())
			.with(this.fixture.study().as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request;
	}

	private void get(String path, Role role, HttpStatus status) {
		assertThat(this.mvc.get().uri(this.fixture.path(path)).with(this.fixture.study().as(role)))
			.as(path + " for " + role)
			.hasStatus(status);
	}

	private String body(String path, Role role) {
		try {
			return this.mvc.get()
				.uri(this.fixture.path(path))
				.with(this.fixture.study().as(role))
				.exchange()
				.getResponse()
				.getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Long id(String sql) {
		return this.jdbc.sql(sql).param(this.fixture.study().id()).query(Long.class).single();
	}

	private Long domain(String name, @Nullable String side) {
		if (side == null) {
			get("/summaries", Role.ANALYST, HttpStatus.OK);
			return this.jdbc.sql("select id from domain where study_id = ? and name = ?")
				.params(this.fixture.study().id(), name)
				.query(Long.class)
				.single();
		}
		return this.studies.insert(
				"insert into domain (study_id, name, side, position, added_by, added_at) "
						+ "values (?, ?, ?, 9, ?, now()) returning id",
				this.fixture.study().id(), name, side, this.fixture.study().person(Role.ANALYST).id());
	}

	private Long summary(int session, String stage) {
		Long author = this.fixture.study().person(Role.ANALYST).id();
		boolean agreed = stage.equals("AGREED");
		return this.studies.insert(
				"insert into session_summary (study_id, session_id, author_id, stage, created_at, "
						+ "agreed_at, second_reader_id) values (?, ?, ?, ?, now(), "
						+ (agreed ? "now(), " + this.fixture.secondAnalyst().id() : "null, null") + ") returning id",
				this.fixture.study().id(), this.fixture.session(session), author, stage);
	}

	private Long cell(Long summary, Long domain, boolean notDiscussed) {
		return this.studies.insert("insert into summary_cell (study_id, summary_id, domain_id, not_discussed) "
				+ "values (?, ?, ?, ?) returning id", this.fixture.study().id(), summary, domain, notDiscussed);
	}

	private Long point(Long summary, Long domain, String text) {
		return this.studies.insert(
				"insert into summary_point (study_id, cell_id, position, text) values (?, ?, 0, ?) returning id",
				this.fixture.study().id(), cell(summary, domain, false), text);
	}

}
