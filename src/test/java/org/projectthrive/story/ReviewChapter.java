package org.projectthrive.story;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Step 4: two analysts read what was said, and the lead releases what they found. */
final class ReviewChapter {

	private static final String ADDED = "Difficult days";

	private static final String MESSAGES = "Messages fill the evening.";

	private final Company company;

	private final Walker lead;

	private final Walker analyst;

	ReviewChapter(Company company) {
		this.company = company;
		this.lead = company.as("lead");
		this.analyst = company.as("analyst");
	}

	void tell() {
		writeCodebook();
		codeByMouseAndKeyboard();
		codeEvening();
		summarise();
		compare();
		conclude();
		Company.done(this.lead.go("Review", "Findings"), "Review");
	}

	private void writeCodebook() {
		theme("People", "None", 1, "");
		theme(Company.TOGETHER, "Desire", 2, "People");
		theme(Company.INBASKET, "Barrier", 6, "");
		theme("Relationships", "Positive", 3, "People");
		assertThat(this.analyst.page().locator(".codebook")).containsText("Desire");
	}

	private void theme(String name, String group, int colour, String parent) {
		this.analyst.go("Review", "Codebook")
			.follow("Add a theme")
			.fill("name", name)
			.fill("definition", "What is said about: " + name)
			.tick(group);
		this.analyst.page().locator("input[name=colour][value='" + colour + "']").check();
		this.analyst.page().locator("#parentId").selectOption(parent.isEmpty() ? "No other theme" : parent);
		this.analyst.press("Save theme").go("Review", "Codebook").reads(name);
	}

	private void codeByMouseAndKeyboard() {
		Page page = this.analyst.go("Review", "Coding").follow(Company.LUNCH).page();
		Locator table = source("One long table");
		drag(page, table.locator(".source-words"));
		assertThat(page.locator("#chosen-words")).containsText("One long table");
		page.locator(".palette-theme", new Page.LocatorOptions().setHasText(Company.TOGETHER)).click();
		assertThat(table.locator(".stripe")).containsText(Company.TOGETHER);

		Locator messages = source("Eighty messages");
		messages.focus();
		for (String key : new String[] { "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight",
				"c" }) {
			page.keyboard().press(key);
		}
		assertThat(page.locator("#picker-words")).hasText("Eighty messages a day");
		page.keyboard().type("basket");
		page.keyboard().press("Enter");
		assertThat(messages.locator(".stripe")).containsText(Company.INBASKET);
		assertThat(messages.locator("mark")).hasText("Eighty messages a day");
	}

	private void codeEvening() {
		Page page = this.analyst.go("Review", "Coding").follow(Company.EVENING).page();
		Locator noon = source("Sitting down");
		noon.focus();
		page.keyboard().press("w");
		page.keyboard().press("c");
		page.keyboard().type("together");
		page.keyboard().press("Enter");
		assertThat(noon.locator(".stripe")).containsText(Company.TOGETHER);
	}

	private Locator source(String words) {
		return this.analyst.page().locator(".source[data-turn]", new Page.LocatorOptions().setHasText(words));
	}

	/** Draws the mouse over the beginning of a text. */
	private static void drag(Page page, Locator words) {
		words.scrollIntoViewIfNeeded();
		BoundingBox box = words.boundingBox();
		page.mouse().move(box.x + 1, box.y + 10);
		page.mouse().down();
		page.mouse().move(box.x + 110, box.y + 10, new Mouse.MoveOptions().setSteps(8));
		page.mouse().up();
	}

	private void summarise() {
		this.analyst.go("Review", "Summaries").press("Begin " + Company.LUNCH);
		domain(ADDED, "What makes the job difficult");
		domain("Days that go well", "What is happening when things go well");
		write(Company.LUNCH, Map.of("Joy in work", "A table to eat together.", ADDED, MESSAGES));
		quote("Joy in work", "One long table");
		agree(Company.LUNCH);

		this.analyst.go("Review", "Summaries").press("Begin " + Company.EVENING);
		write(Company.EVENING, Map.of("Joy in work", "Sitting down at noon."));
		agree(Company.EVENING);
	}

	private void domain(String name, String side) {
		this.analyst.go("Review", "Summaries")
			.follow("Domains")
			.fill("name", name)
			.choose("side", side)
			.press("Add domain")
			.reads("Added later by Anna Themeseeker");
	}

	private void write(String session, Map<String, String> points) {
		this.analyst.go("Review", "Summaries").follow(session);
		assertThat(this.analyst.page().locator(".summary-domain")).hasCount(11);
		for (Locator domain : this.analyst.page().locator(".summary-domain").all()) {
			String words = points.get(domain.locator("h2").innerText());
			if (words == null) {
				domain.getByLabel("Not discussed").check();
			}
			else {
				domain.getByLabel("Points, one a line").fill(words);
				domain.getByLabel("Hinders").check();
				domain.getByLabel("High").check();
			}
		}
		this.analyst.press("Save summary");
		assertThat(this.analyst.page().locator("[data-unsaved]")).isHidden();
	}

	private void quote(String domain, String words) {
		Locator cell = cell(domain);
		cell.locator(".quote-sources summary").first().click();
		cell.locator(".quote-turns li", new Locator.LocatorOptions().setHasText(words))
			.first()
			.getByText("Take quote")
			.click();
		Locator quote = cell(domain).locator(".summary-quote");
		assertThat(quote.locator("textarea")).hasValue(Pattern.compile(words + ".*"));
		quote.locator("select").selectOption("A table to eat together.");
		this.analyst.press("Save summary");
		this.analyst.accessible();
	}

	private Locator cell(String domain) {
		return this.analyst.page().locator(".summary-domain", new Page.LocatorOptions().setHasText(domain));
	}

	private void agree(String session) {
		this.analyst.choose("readerId", "Ben Codebook")
			.press("Hand over for the second read")
			.reads("The second read is with Ben Codebook.");
		this.company.as("second.analyst").go("Review", "Summaries").follow(session).press("Agree").reads("Agreed");
	}

	private void compare() {
		Page page = this.analyst.go("Review", "Matrix").page();
		assertThat(page.locator(".matrix tbody tr")).hasCount(2);
		assertThat(page.locator("td[data-domain='Joy in work']"))
			.containsText(new String[] { "A table to eat together.", "Sitting down at noon." });
		assertThat(page.locator("td[data-domain='" + ADDED + "']").first()).containsText(MESSAGES);

		this.analyst.go("Review", "Emerging themes").press("Confirm " + Company.TOGETHER).follow("Table to print");
		assertThat(page.locator(".paper-table")).containsText(Company.TOGETHER + " (all: 2 of 2)");
		assertThat(page.locator(".paper-group")).hasText("Desires");

		this.analyst.go("Review", "Contrasts").fill("name", "Schedules").press("Add topic");
		Locator point = page.locator(".unplaced li", new Page.LocatorOptions().setHasText(MESSAGES));
		point.locator("select").selectOption("New statement under Schedules");
		point.locator("input[name=text]").fill("Messages reach into family time.");
		point.getByText("Place point").click();
		assertThat(page.locator(".contrast-table")).containsText("Messages reach into family time. (in 1 session)");
	}

	private void conclude() {
		this.analyst.go("Review", "Findings")
			.follow("Write a finding")
			.fill("statement", Company.FINDING)
			.tick(Company.TOGETHER)
			.choose("topicId", "Schedules")
			.press("Save finding")
			.reads("Raised in 2 of 2 sessions");
		assertThat(this.analyst.main()
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release to leaders"))).hasCount(0);
		this.lead.go("Review", "Findings").press("Release to leaders").reads("Released to leaders");
	}

}
