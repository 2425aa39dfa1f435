package org.projectthrive.session;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@ThriveTest
@BrowserTests
class SessionBrowserTests {

	@Autowired
	private TestStudies studies;

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("S2 a lead plans a site and a make-up session from nothing; names are for those who may see them")
	void planSiteAndMakeUpSession() {
		String study = study();
		try (Walker lead = Walker.atDesktop(this.port).signIn("lead")) {
			addSite(lead, study);
			addParticipant(lead, study, "Juniper Sample", "juniper@clinic.example");
			addParticipant(lead, study, "Wren Example", "wren@clinic.example");
			planSiteSession(lead, study);
			planMakeUpSession(lead, study);

			Page page = lead.open(study + "/sessions").accessible().page();
			assertThat(page.locator(".session-row")).hasCount(2);
			assertThat(page.locator(".session-row").first()).containsText("2 expected · 8 places · aim for 5 to 8");
			page.getByText("Maple over lunch").click();
			assertThat(page.locator("main")).containsText("Juniper Sample");
			lead.accessible();
		}
		try (Walker analyst = Walker.atPhone(this.port).signIn("analyst")) {
			Page page = analyst.open(study + "/sessions").accessible().page();
			page.getByText("Maple over lunch").click();
			assertThat(page.locator("main")).containsText("P01");
			assertThat(page.locator("main")).not().containsText("Juniper");
			analyst.accessible();
		}
	}

	@Test
	@DisplayName("S2 all pages of the step can be used on a phone")
	void pagesFitAPhone() {
		Long demo = this.studies.demoId();
		try (Walker lead = Walker.atPhone(this.port).signIn("lead")) {
			for (String page : new String[] { "/sites", "/participants", "/participants/key", "/sessions",
					"/sessions/new" }) {
				lead.open("/studies/" + demo + page).accessible();
			}
		}
	}

	private static void addSite(Walker lead, String study) {
		Page page = lead.open(study + "/sites").accessible().page();
		page.locator("#name").fill("Maple Street");
		page.locator("#zone").selectOption("America/Denver");
		press(page, "Add site");
		assertThat(page.locator("tbody")).containsText("Maple Street");
	}

	private static void addParticipant(Walker lead, String study, String name, String email) {
		Page page = lead.open(study + "/participants").accessible().page();
		page.locator("#name").fill(name);
		page.locator("#email").fill(email);
		page.locator("#profession").fill("Internist");
		page.locator("#siteId").selectOption("Maple Street");
		press(page, "Add participant");
		assertThat(page.locator(".alert-success")).containsText(Pattern.compile("P0\\d was added"));
		assertThat(page.locator("main")).not().containsText(name);
	}

	private static void planSiteSession(Walker lead, String study) {
		Page page = lead.open(study + "/sessions/new").accessible().page();
		page.locator("#title").fill("Maple over lunch");
		page.locator("#siteId").selectOption("Maple Street");
		page.locator("#day").fill("2031-03-04");
		tick(page, "moderators", "Fiona Listener");
		tick(page, "noteTakers", "Lena Leadwell");
		press(page, "Plan session");
		page.getByText("Juniper Sample").click();
		page.getByText("Wren Example").click();
		press(page, "Add to this session");
		assertThat(page.locator("#attendance tbody tr")).hasCount(2);
		press(page, "Mark as invited");
		assertThat(page.locator(".session-facts")).containsText("Invited");
		lead.accessible();
	}

	private static void planMakeUpSession(Walker lead, String study) {
		Page page = lead.open(study + "/sessions/new").page();
		page.locator("#title").fill("Make-up in the evening");
		page.locator("#kind").selectOption("MAKE_UP");
		page.locator("#day").fill("2031-03-11");
		page.locator("#hour").fill("18:30");
		press(page, "Plan session");
		assertThat(page.locator("#zone-error")).containsText("Choose a time zone");
		lead.forgiveErrors().accessible();
		page.locator("#zone").selectOption("America/Denver");
		press(page, "Plan session");
		assertThat(page.locator(".session-facts")).containsText("Tue 11 Mar 2031, 18:30");
		assertThat(page.locator("main")).containsText("Pooled over all sites");
	}

	private static void tick(Page page, String name, String person) {
		page.locator("fieldset:has([name=" + name + "])")
			.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(person))
			.check();
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	/**
	 * A study of its own, led by the demo's lead, with the demo's facilitator and analyst
	 * in it.
	 */
	private String study() {
		TestPerson lead = this.studies.demoPerson("lead");
		Long id = this.studies.insert(
				"insert into study (name, created_by, created_at) values ('Planned in a browser', ?, now()) returning id",
				lead.id());
		this.studies.member(id, lead, Role.LEAD);
		this.studies.member(id, this.studies.demoPerson("facilitator"), Role.FACILITATOR);
		this.studies.member(id, this.studies.demoPerson("analyst"), Role.ANALYST);
		return "/studies/" + id;
	}

}
