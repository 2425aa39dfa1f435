package org.projectthrive.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Step 3: two sessions, noted, debriefed, and their transcripts imported. */
final class SessionsChapter {

	private static final List<String> ROSTER = List.of("Maria", "Lopez", "Grace", "Weber", "Okafor", "Tobias");

	private static final String LUNCH_FILE = """
			WEBVTT

			1
			00:00:01.000 --> 00:00:07.000
			<v Fiona Listener>Welcome to this lunch. %s</v>

			2
			00:00:09.000 --> 00:00:24.000
			<v Maria Lopez>The ten minutes before clinic, when Grace and I stand at the desk and nobody has a screen yet.</v>

			3
			00:00:26.000 --> 00:00:41.000
			<v Grace Weber>One long table where all of us eat. Tobias says the same, and Maria laughs about it every time.</v>

			4
			00:00:42.000 --> 00:00:45.000
			<v Guest 1>Sorry, wrong room.</v>

			5
			00:00:50.000 --> 00:00:55.000
			<v Fiona Listener>%s</v>

			6
			00:00:57.000 --> 00:01:20.000
			<v Maria Lopez>Eighty messages a day. I answer them after the children are in bed, and so does Mrs. Weber.</v>

			7
			00:01:22.000 --> 00:01:40.000
			<v Grace Weber>Half of them could be answered by somebody else before they reach Maria Lopez or me.</v>
			"""
		.formatted(Company.JOY, Company.DIFFICULT);

	private static final String EVENING_FILE = """
			Noah Noteworthy: Good evening. %s

			Tobias Okafor: Sitting down with the nurses at noon. We did that with Grace once, and the day went better.

			Noah Noteworthy: Thank you. Is there more?

			Tobias Okafor: That is all of it.
			""".formatted(Company.JOY);

	private final Company company;

	private final Walker lead;

	SessionsChapter(Company company) {
		this.company = company;
		this.lead = company.as("lead");
	}

	void tell() {
		invite();
		plan(Company.LUNCH, "Fiona Listener", "Noah Noteworthy", "P01", "P02");
		plan(Company.EVENING, "Noah Noteworthy", "Fiona Listener", "P03");
		holdLunch();
		holdEvening();
		importLunch();
		importEvening();
		Company.done(this.lead.go("Focus groups", "Sessions"), "Focus groups");
	}

	private void invite() {
		this.lead.go("Focus groups", "Sites").accessible();
		site("Willow Creek");
		site("Birch Lane");
		this.lead.go("Focus groups", "Participants").accessible();
		participant("Maria Lopez", "Family physician", "Willow Creek", "P01");
		participant("Grace Weber", "Nurse practitioner", "Willow Creek", "P02");
		participant("Tobias Okafor", "Internist", "Birch Lane", "P03");
	}

	private void site(String name) {
		this.lead.fill("name", name).choose("zone", "America/Denver").press("Add site");
		assertThat(this.lead.main().locator("table")).containsText(name);
	}

	private void participant(String name, String profession, String site, String code) {
		this.lead.fill("name", name)
			.fill("email", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@willow.example")
			.fill("profession", profession)
			.choose("siteId", site)
			.press("Add participant")
			.reads(code + " was added.");
	}

	private void plan(String title, String moderator, String noteTaker, String... codes) {
		boolean pooled = codes.length == 1;
		this.lead.go("Focus groups", "Sessions")
			.follow("Plan a session")
			.fill("title", title)
			.choose("kind", pooled ? "Make-up session" : "Site session")
			.choose("siteId", pooled ? "Pooled over all sites" : "Willow Creek")
			.fill("day", Company.today().toString())
			.fill("hour", pooled ? "18:00" : "12:00")
			.choose("zone", pooled ? "America/Denver" : "The time zone of the site")
			.choose("setting", pooled ? "Other" : "Over lunch")
			.choose("format", "Video");
		job("Moderator", moderator);
		job("Note-taker", noteTaker);
		this.lead.press("Plan session").reads("Add participants");
		for (String code : codes) {
			expect(code);
		}
		this.lead.press("Add to this session");
		assertThat(this.lead.page().locator("#attendance")).containsText(codes[0]);
		this.lead.press("Mark as invited").reads("The session runs on the newest published guide.");
	}

	private void job(String job, String name) {
		this.lead.main()
			.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(job).setExact(true))
			.getByLabel(name)
			.check();
	}

	/** Ticks a candidate, who may stand among those folded away. */
	private void expect(String code) {
		Locator candidate = this.lead.page()
			.locator(".session-candidates label", new Page.LocatorOptions().setHasText(code));
		if (!candidate.isVisible()) {
			this.lead.page().locator("summary.session-fold").click();
		}
		candidate.click();
	}

	private void holdLunch() {
		Walker facilitator = start("facilitator", Company.LUNCH);
		Page page = facilitator.page();
		note(page, "p1 the desk before clinic");
		page.keyboard().press("Alt+ArrowDown");
		assertThat(page.locator(".live-question h2")).hasText(Company.JOY);
		note(page, "p2 a long table");
		page.keyboard().press("Alt+q");
		page.locator("#unscripted").fill(Company.DIFFICULT);
		page.keyboard().press("Enter");
		assertThat(page.locator(".live-question h2")).hasText(Company.DIFFICULT);
		page.locator("#text").focus();
		note(page, "p1 eighty messages a day");
		assertThat(page.locator("#notes li")).hasCount(3);
		facilitator.accessible().screenshot("live");
		end(facilitator);
		facilitator.fill("topThemes", "Eating together; messages in the evening.")
			.fill("climate", "Warm, quick, hungry.")
			.press("Save debrief")
			.reads("The debrief is saved.")
			.go("Focus groups")
			.follow(Company.LUNCH)
			.follow("Consent and check-in")
			.press("Yes to all, and here")
			.reads("1 of 2 came")
			.press("Yes to all, and here")
			.reads("2 of 2 came");
	}

	private void holdEvening() {
		Walker second = start("second.facilitator", Company.EVENING);
		note(second.page(), "p3 sat down with the nurses");
		end(second);
		second.fill("topThemes", "Eating together again.").press("Save debrief").reads("The debrief is saved.");
	}

	private Walker start(String account, String session) {
		Walker facilitator = this.company.as(account).go("Focus groups").follow(session).press("Start session");
		facilitator.page().waitForURL("**/live");
		facilitator.page().locator("[data-show-screen=note-taker]").click();
		assertThat(facilitator.page().locator("#text")).isFocused();
		return facilitator;
	}

	private static void note(Page page, String words) {
		page.keyboard().type(words);
		page.keyboard().press("Enter");
		assertThat(page.locator("#save-state [role=status]")).hasText("Saved");
		assertThat(page.locator("#text")).hasValue("");
	}

	private static void end(Walker walker) {
		walker.page().locator(".live-bar summary").click();
		walker.page().locator(".live-bar .confirm-box button").click();
		assertThat(walker.page().locator("h1")).hasText("Debrief");
	}

	private void importLunch() {
		Walker facilitator = this.company.as("facilitator");
		upload(facilitator, Company.LUNCH, "lunch.vtt", "text/vtt", LUNCH_FILE);
		facilitator.reads("Check before import").accessible();
		assertThat(facilitator.page().locator("#voice-0")).not().hasValue("");
		facilitator.main().getByLabel("Guest 1").selectOption("other");
		replaceMarks(facilitator);
		facilitator.press("Import transcript");
		sayWhereItWasAsked(facilitator.page());
		nobodyIsNamed(facilitator);
		facilitator.reads("P03 says the same, and P01 laughs");
	}

	/** Both questions are found: the guide's, and the one that came up. */
	private static void sayWhereItWasAsked(Page page) {
		assertThat(page.locator(".stretch-name")).hasText(new String[] { "Q2 Joy in work", Company.DIFFICULT });
		page.getByText("Confirm the questions").click();
		assertThat(page.locator(".stretch-name")).hasText(new String[] { "Q2 Joy in work", Company.DIFFICULT });
	}

	/** Whatever may give somebody away is replaced before the import. */
	private static void replaceMarks(Walker walker) {
		Locator open = walker.page().locator(".mark:not(.mark-decided) button[data-key=r]");
		for (int left = open.count(); left > 0; left--) {
			open.first().click();
			assertThat(open).hasCount(left - 1);
		}
	}

	private void importEvening() {
		Walker second = this.company.as("second.facilitator");
		upload(second, Company.EVENING, "evening.txt", "text/plain", EVENING_FILE);
		replaceMarks(second);
		second.press("Import transcript");
		assertThat(second.page().locator(".stretch-name")).hasText("Q2 Joy in work");
		nobodyIsNamed(second);
		second.reads("We did that with P02 once");
	}

	private static void upload(Walker walker, String session, String name, String type, String file) {
		walker.go("Focus groups").follow(session);
		walker.page().locator(".session-tabs a", new Page.LocatorOptions().setHasText("Transcript")).click();
		walker.page()
			.locator("#file")
			.setInputFiles(new FilePayload(name, type, file.getBytes(StandardCharsets.UTF_8)));
		walker.press("Read file");
	}

	private static void nobodyIsNamed(Walker walker) {
		assertThat(walker.page().content()).contains("transcript-text").doesNotContain(ROSTER);
	}

}
