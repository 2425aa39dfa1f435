package org.projectthrive.review;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class ReviewTests extends ReviewScene {

	@Autowired
	private ProgressService progress;

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
	@DisplayName("R4 the matrix is filtered by site, by kind of session and by the professions of those who came")
	void matrixIsFiltered() {
		point(summary(1, "AGREED"), domain("Joy in work", null), "Laughter");

		assertThat(body("/matrix?kind=MAKE_UP", Role.ANALYST)).contains("Conversation 3")
			.doesNotContain("Conversation 1");
		assertThat(body("/matrix?site=Maple Street", Role.ANALYST)).contains("Conversation 2")
			.doesNotContain("Conversation 3");
		participant(1, "P91", "Physician", true);
		participant(2, "P92", "Medical assistant", true);
		participant(3, "P93", "Physician", false);
		assertThat(body("/matrix?profession=Physician", Role.ANALYST)).contains("Conversation 1", "Medical assistant")
			.doesNotContain("Conversation 2", "Conversation 3");
		assertThat(body("/matrix?profession=Medical assistant", Role.ANALYST)).contains("Conversation 2")
			.doesNotContain("Conversation 1");
	}

	private void participant(int session, String code, String profession, boolean attended) {
		Long id = this.studies.insert("""
				insert into participant (study_id, code, site_id, profession)
				select study_id, ?, min(id), ? from site where study_id = ? group by study_id returning id""", code,
				profession, this.fixture.study().id());
		this.jdbc.sql("insert into session_participant (session_id, participant_id, attended) values (?, ?, ?)")
			.params(this.fixture.session(session), id, attended)
			.update();
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

}
