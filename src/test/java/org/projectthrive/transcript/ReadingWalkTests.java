package org.projectthrive.transcript;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;
import org.projectthrive.transcript.Turns.TurnRow;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A transcript of 60 turns is read, searched, and its questions are put right. */
@ThriveTest
@BrowserTests
class ReadingWalkTests {

	private static final int TURNS = 60;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Turns turns;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private TestStudy study;

	private HeldSession session;

	@BeforeEach
	void talk() {
		this.study = this.studies.fresh();
		this.studies.member(this.study.id(), this.studies.demoPerson("lead"), Role.LEAD);
		this.session = HeldSession.in(this.studies, this.study);
		this.jdbc
			.sql("""
					with t as (insert into transcript (study_id, session_id, format, imported_by, imported_at)
					      values (:study, :session, 'PLAIN_TEXT', :person, now()) returning id),
					     s as (insert into speaker (study_id, transcript_id, label) select :study, id, 'P03' from t returning id),
					     turns as (insert into turn (study_id, transcript_id, session_id, position, speaker_id, starts_ms, text, question_id)
					      select :study, t.id, :session, n, s.id, n * 10000, 'Turn ' || n || ' about nothing much'
					             || case when n % 20 = 0 then ', but don’t forget the Printer.' else '.' end,
					             (select id from guide_question where study_id = :study and position = case when n <= 30 then 1 else 2 end)
					      from t, s, generate_series(1, :turns) n returning id, study_id, transcript_id, position)
					insert into question_proposal (turn_id, study_id, transcript_id, confidence)
					select id, study_id, transcript_id, 30 from turns where position = 31""")
			.param("study", this.study.id())
			.param("session", this.session.id())
			.param("person", this.study.person(Role.LEAD).id())
			.param("turns", TURNS)
			.update();
	}

	@Test
	@DisplayName("X4 a start of a question is dragged with the mouse, then moved by keys, and all is saved at once")
	void startsAreMoved() {
		try (Walker desk = Walker.atDesktop(this.port).signIn("lead").open(this.session.path())) {
			Page page = desk.page();
			assertThat(page.locator(".stretch-unsure")).hasText("uncertain");
			page.getByText("Correct the questions").click();
			Locator boundary = page.locator(".boundary").first();
			assertThat(boundary).isFocused();
			desk.accessible().screenshot("transcript-sweep");

			drag(page, boundary, 80);

			int dragged = Integer.parseInt(String.valueOf(boundary.getAttribute("aria-valuenow")));
			assertThat(dragged).isBetween(34, 50);
			assertThat(turnUnder(page, 1)).isEqualTo(turn(dragged));
			assertThat(page.locator(".stretch-unsure")).hasCount(0);
			for (String key : List.of("ArrowUp", "ArrowUp", "ArrowDown", "PageUp")) {
				page.keyboard().press(key);
			}
			assertThat(boundary).isFocused();
			assertThat(boundary).hasAttribute("aria-valuetext",
					"Turn " + (dragged - 11) + ", P03 " + time(dragged - 11));
			assertThat(questionOf(31)).isEqualTo(2);

			page.getByText("Save the questions").click();

			assertThat(page.locator(".strip-state")).containsText("Confirmed by");
			assertThat(questionOf(dragged - 12)).isEqualTo(1);
			assertThat(questionOf(dragged - 11)).isEqualTo(2);
			assertThat(questionOf(31)).isEqualTo(dragged - 11 <= 31 ? 2 : 1);
		}
	}

	@Test
	@DisplayName("X4 starts are added where one points, changed, removed, and undone before and after the save")
	void startsAreAddedAndRemoved() {
		try (Walker desk = Walker.atDesktop(this.port).signIn("lead").open(this.session.path())) {
			Page page = desk.page();
			page.getByText("Correct the questions").click();
			page.locator("#" + turn(10)).hover();
			page.getByText("A question starts here").click();
			assertThat(page.locator(".stretch-name").nth(1)).hasText("Q3 Pandemic");
			page.locator("#sweep-question").selectOption("What makes the job difficult?");
			assertThat(page.locator(".stretch-name"))
				.hasText(new String[] { "Q1 Joy in work", "What makes the job difficult?", "Q2 Being valued" });
			page.locator(".boundary").nth(1).press("Delete");
			assertThat(page.locator("#sweep-status")).hasText("Start removed, 2 parts");
			page.keyboard().press("Control+z");
			assertThat(page.locator("#sweep-status")).hasText("Undone, 3 parts");
			assertThat(page.locator(".boundary:focus")).hasCount(1);
			page.locator(".boundary").nth(1).press("Delete");
			assertThat(page.locator(".stretch")).hasCount(2);
			page.getByText("Undo", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(page.locator(".stretch")).hasCount(3);
			page.locator(".stretch").nth(2).click();
			page.locator("#sweep-question").selectOption("Outside the questions");
			page.getByText("Save the questions").click();

			assertThat(page.locator(".transcript-question span"))
				.hasText(new String[] { "Q1 Joy in work", "What makes the job difficult?", "Outside the questions" });
			desk.accessible();
			page.getByText("Undo the last change").click();
			assertThat(page.locator(".stretch-name")).hasText(new String[] { "Q1 Joy in work", "Q2 Being valued" });
		}
	}

	@Test
	@DisplayName("X4 on a phone one jumps by a list that folds away, and drags a start with a finger's width")
	void phoneJumps() {
		try (Walker phone = Walker.atPhone(this.port).signIn("lead").open(this.session.path())) {
			Page page = phone.page();
			assertThat(page.locator(".stretches")).isHidden();
			phone.accessible().screenshot("transcript-read-phone");
			page.locator("#strip-fold > summary").click();
			page.locator(".stretch-name").nth(1).click();
			assertThat(page.locator("#" + turn(31))).isInViewport();
			assertThat(page.locator(".stretches")).isHidden();
			page.locator("#strip-fold > summary").click();
			page.getByText("Correct the questions").click();
			drag(page, page.locator(".boundary").first(), -60);
			phone.accessible().screenshot("transcript-sweep-phone");
			assertThat(
					Integer.parseInt(String.valueOf(page.locator(".boundary").first().getAttribute("aria-valuenow"))))
				.isBetween(5, 28);
			page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
		}
	}

	@Test
	@DisplayName("X4 words are found in all turns, with a count, the next and the one before; a turn has its own link")
	void wordsAreFound() {
		try (Walker desk = Walker.atDesktop(this.port).signIn("lead").open(this.session.path())) {
			Page page = desk.page();
			page.locator("#find-words").fill("don't forget the printer");
			assertThat(page.locator("#find-count")).hasText("1 of 3");
			assertThat(page.locator("#" + turn(20))).isInViewport();
			page.locator("#find-words").press("Enter");
			assertThat(page.locator("#find-count")).hasText("2 of 3");
			assertThat(page.locator("#" + turn(40))).isInViewport();
			page.locator("#find-previous").click();
			page.locator("#find-previous").click();
			assertThat(page.locator("#find-count")).hasText("3 of 3");
			assertThat(page.evaluate("CSS.highlights.get('found-words').size")).isEqualTo(3);
			page.locator("#find-words").fill("Maria");
			assertThat(page.locator("#find-count")).hasText("Not found");
			page.locator("#find-words").press("Escape");
			assertThat(page.locator("#find-count")).hasText("");
			assertThat(page.locator("#find-words")).hasValue("");
			desk.accessible();

			page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
			page.locator("#" + turn(60)).hover();
			page.getByText("Copy link").click();
			assertThat(page.locator("#turn-said")).hasText("Link copied");
			String link = (String) page.evaluate("navigator.clipboard.readText()");
			assertThat(link).endsWith("/transcript#" + turn(60));
			page.navigate("/");
			page.navigate(link);
			assertThat(page.locator("#" + turn(60))).isInViewport();
			assertThat(page.locator(".turn:target")).hasId(turn(60));
			page.navigate("/studies/" + this.study.id() + "/nowhere");
			desk.forgiveErrors();
			page.getByText("Back to the page before").click();
			assertThat(page.locator("#" + turn(60))).isVisible();
		}
	}

	@Test
	@DisplayName("X4 on paper there are codes, times and words under their questions, and nothing else")
	void paperIsPlain() {
		try (Walker desk = Walker.atDesktop(this.port).signIn("lead").open(this.session.path())) {
			Page page = desk.page();
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			desk.screenshot("transcript-print");
			assertThat(page.locator(".transcript-strip")).isHidden();
			assertThat(page.locator(".turn-open").first()).isHidden();
			assertThat(page.locator(".transcript-question").nth(1))
				.hasText("Q2 Being valued What would let you feel more valued here?");
			assertThat(page.locator(".turn-time").nth(30)).hasText("05:10");
			assertThat(page.locator(".turn-text").last()).isVisible();
		}
	}

	private static void drag(Page page, Locator boundary, int by) {
		boundary.scrollIntoViewIfNeeded();
		BoundingBox box = boundary.boundingBox();
		double x = box.x + box.width / 2;
		double y = box.y + box.height / 2;
		page.mouse().move(x, y);
		page.mouse().down();
		page.mouse().move(x, y + by / 2.0);
		page.mouse().move(x, y + by);
		page.mouse().up();
	}

	/** The turn that follows a heading in the text. */
	private static Object turnUnder(Page page, int heading) {
		return page.locator(".transcript-question").nth(heading).evaluate("heading => heading.nextElementSibling.id");
	}

	private String turn(int position) {
		return "turn-" + said().get(position - 1).id();
	}

	private int questionOf(int position) {
		return this.jdbc.sql("select position from guide_question where id = ?")
			.param(said().get(position - 1).questionId())
			.query(Integer.class)
			.single();
	}

	private List<TurnRow> said() {
		return this.turns.ofSession(this.study.id(), this.session.id());
	}

	private static String time(int turn) {
		return String.format(Locale.ROOT, "%02d:%02d", turn / 6, turn % 6 * 10);
	}

}
