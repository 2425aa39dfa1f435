package org.projectthrive.guide;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@ThriveTest
@BrowserTests
class GuideBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Test
	@DisplayName("G2 G3 G4 G5 a lead begins with the template, reorders by keyboard and by drag, publishes, revises, prints")
	void leadWritesAGuide() {
		TestStudy study = this.studies.fresh();
		this.studies.member(study.id(), this.studies.demoPerson("lead"), Role.LEAD);
		try (Walker lead = Walker.atDesktop(this.port).signIn("lead").open(study.path("/guide")).accessible()) {
			Page page = lead.page();
			button(page, "Begin with nine questions").click();
			order(page, "Joy in work", "Engagement", "Scope of practice");
			lead.accessible();

			button(page, "Move question 1 down").focus();
			page.keyboard().press("Enter");
			order(page, "Engagement", "Joy in work", "Scope of practice");
			assertThat(page.getByRole(AriaRole.STATUS)).hasText("It is now question 2.");
			assertThat(button(page, "Move question 2 down")).isFocused();

			dragToTheTop(page, 2);
			order(page, "Scope of practice", "Engagement", "Joy in work");
			page.reload();
			order(page, "Scope of practice", "Engagement", "Joy in work");

			button(page, "Publish guide").click();
			assertThat(page.getByText("Version 1, published")).isVisible();
			assertThat(button(page, "Move question 1 down")).hasCount(0);
			button(page, "Revise guide").click();
			assertThat(page.getByText("Version 2, draft")).isVisible();

			lead.open(study.path("/guide/questions/new")).accessible();
			lead.open(study.path("/guide/comparison?from=1&to=2")).accessible();
			lead.open(study.path("/guide/run-sheet")).accessible();
			assertThat(page.getByText("Version 1, published")).isVisible();
			assertThat(button(page, "Print")).isVisible();
		}
	}

	@Test
	@DisplayName("G3 G5 guide, question and run sheet fit a phone")
	void guideFitsAPhone() {
		TestStudy study = this.studies.fresh();
		this.studies.member(study.id(), this.studies.demoPerson("facilitator"), Role.FACILITATOR);
		try (Walker facilitator = Walker.atPhone(this.port)
			.signIn("facilitator")
			.open(study.path("/guide"))
			.accessible()) {
			Page page = facilitator.page();
			button(page, "Begin with four prompts").click();
			facilitator.accessible();
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit question 2")).click();
			facilitator.accessible();
			page.getByLabel("Domain").fill("Day at work burden");
			button(page, "Save question").click();
			assertThat(page.getByText("“burden” in the domain name is a finding already.")).isVisible();
			facilitator.accessible();
			facilitator.open(study.path("/guide/run-sheet")).accessible();
		}
	}

	private static void order(Page page, String... first) {
		Locator domains = page.locator(".guide-facts strong");
		for (int i = 0; i < first.length; i++) {
			assertThat(domains.nth(i)).hasText(List.of(first).get(i));
		}
	}

	/** Moves on until the dragged question lies first: only then is it let go. */
	private static void dragToTheTop(Page page, int question) {
		page.setViewportSize(1280, 2400); // both ends of the drag must be in sight
		Locator first = page.locator(".guide-question").first();
		first.scrollIntoViewIfNeeded();
		BoundingBox from = page.locator(".guide-handle").nth(question).boundingBox();
		page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
		page.mouse().down();
		for (int i = 0; i < 20 && !isDragged(first); i++) {
			BoundingBox to = first.boundingBox();
			page.mouse().move(to.x + 40, to.y + 8 + i, new Mouse.MoveOptions().setSteps(5));
		}
		page.waitForResponse("**/position", () -> page.mouse().up());
	}

	private static boolean isDragged(Locator question) {
		return question.getAttribute("class").contains("guide-ghost");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
