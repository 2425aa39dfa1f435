package org.projectthrive.review;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What the review comes to: the contrast table, and findings for leaders. */
@ThriveTest
class OutcomeTests extends ReviewScene {

	@Autowired
	private ReleasedFindings released;

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

	private MockMvcRequestBuilder place(Long point, String target, String text) {
		return post("/contrasts/places", Role.ANALYST, "pointId", point.toString(), "target", target, "text", text);
	}

}
