package org.projectthrive.review;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Step 4 from end to end: two analysts sum a session up, and what they agree on reaches
 * the tables.
 */
@ThriveTest
@BrowserTests
class ReviewWalkTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("R2 R4 R5 R6 R8 a summary with a quote is agreed by a second analyst and reaches matrix, tables and leaders")
	void fromSummaryToFindings() {
		ReviewFixture fixture = ReviewFixture.in(this.studies, this.jdbc);
		Long study = fixture.study().id();
		this.studies.member(study, this.studies.demoPerson("analyst"), Role.ANALYST);
		this.studies.member(study, this.studies.demoPerson("second.analyst"), Role.ANALYST);
		this.studies.member(study, this.studies.demoPerson("lead"), Role.LEAD);
		this.studies.member(study, this.studies.demoPerson("leader"), Role.LEADER);

		try (Walker analyst = Walker.atDesktop(this.port).signIn("analyst")) {
			addDomain(analyst.open(fixture.path("/domains")));
			summarise(analyst, fixture);
		}
		try (Walker second = Walker.atDesktop(this.port).signIn("second.analyst")) {
			second.open(fixture.path("/summaries/" + fixture.session(1)));
			click(second.page(), "Agree");
			assertThat(second.page().locator(".summary-standing")).containsText("Agreed");
			second.open(fixture.path("/matrix"));
			assertThat(second.page().locator(".matrix tbody tr").first()).containsText("Laughter before clinic");
			second.page().locator(".matrix-open").first().click();
			assertThat(second.page().locator("blockquote")).hasText("at the desk");
			confirmTheme(second, fixture);
			contrast(second, fixture);
			writeFinding(second, fixture);
			accessible(second, fixture);
		}
		try (Walker lead = Walker.atDesktop(this.port).signIn("lead").open(fixture.path("/findings"))) {
			click(lead.page(), "Release to leaders");
		}
		try (Walker leader = Walker.atPhone(this.port).signIn("leader").open(fixture.path("/findings"))) {
			assertThat(leader.page().locator(".findings")).containsText("Raised in 3 of 3 sessions");
			leader.accessible();
		}
		try (Walker phone = Walker.atPhone(this.port).signIn("second.analyst")) {
			accessible(phone, fixture);
		}
	}

	private static void addDomain(Walker analyst) {
		analyst.page().locator("#name").fill("Hard days");
		analyst.page().locator("#side").selectOption("DIFFICULT");
		click(analyst.page(), "Add domain");
		analyst.accessible();
	}

	private static void summarise(Walker analyst, ReviewFixture fixture) {
		Page page = analyst.open(fixture.path("/summaries")).accessible().page();
		click(page, "Begin Conversation 1");
		page.locator(".summary-domain textarea").first().fill("Laughter before clinic");
		page.locator(".summary-domain").last().locator("textarea").fill("The meeting hour is booked");
		page.locator(".quote-sources summary").first().click();
		selectWords(page);
		page.locator(".quote-sources button").first().click();
		assertThat(page.locator(".summary-quote textarea")).hasValue("at the desk");
		analyst.accessible();

		page.locator(".summary-domain textarea").first().fill("Laughter before clinic\nStarting together");
		assertThat(page.locator("[data-needs-saved] button")).isDisabled();
		click(page, "Save summary");
		click(page, "Hand over for the second read");
		assertThat(page.locator(".summary-standing")).containsText("Second read");
		analyst.accessible();
	}

	/** Only the selected words are taken. */
	private static void selectWords(Page page) {
		page.evaluate("""
				() => {
				  const text = document.querySelector("[data-quote-source]").firstChild;
				  const start = text.data.indexOf("at the desk");
				  window.getSelection().setBaseAndExtent(text, start, text, start + "at the desk".length);
				}""");
	}

	private static void confirmTheme(Walker second, ReviewFixture fixture) {
		Page page = second.open(fixture.path("/emerging-themes")).page();
		page.getByLabel("Group of Laughing at the desk").selectOption("DESIRE");
		click(page, "Confirm Laughing at the desk");
		assertThat(page.locator(".paper-table")).containsText("Laughing at the desk (all: 3 of 3)");
	}

	private static void contrast(Walker second, ReviewFixture fixture) {
		Page page = second.open(fixture.path("/contrasts")).page();
		page.locator("#name").fill("Schedules");
		click(page, "Add topic");
		second.accessible();
		page.getByLabel("Place into").selectOption(new SelectOption().setLabel("New statement under Schedules"));
		page.getByLabel("Words, if the statement is new").fill("No time is set aside to meet.");
		click(page, "Place point");
		assertThat(page.locator(".contrast-table")).containsText("No time is set aside to meet. (in 1 session)");
		page.getByText("No time is set aside to meet.").click();
		assertThat(page.locator(".evidence")).containsText("The meeting hour is booked");
		second.accessible();
	}

	private static void writeFinding(Walker second, ReviewFixture fixture) {
		Page page = second.open(fixture.path("/findings/new")).accessible().page();
		page.locator("#statement").fill("Laughter at the desk carries the day.");
		page.getByLabel("Laughing at the desk").check();
		click(page, "Save finding");
		assertThat(page.locator(".findings")).containsText("Laughter at the desk carries the day.");
	}

	private static void accessible(Walker walker, ReviewFixture fixture) {
		List.of("/domains", "/summaries", "/summaries/" + fixture.session(1), "/summaries/" + fixture.session(2),
				"/matrix", "/emerging-themes", "/emerging-themes/table",
				"/emerging-themes/" + fixture.keys().get(0) + "/" + fixture.theme("desk"), "/contrasts",
				"/contrasts/table", "/contrasts/statements/new", "/findings", "/findings/new")
			.forEach((path) -> walker.open(fixture.path(path)).accessible());
	}

	private static void click(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
	}

}
