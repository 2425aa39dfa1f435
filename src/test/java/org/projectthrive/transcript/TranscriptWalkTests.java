package org.projectthrive.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
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
import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
@BrowserTests
class TranscriptWalkTests {

	private static final String FILE = """
			WEBVTT

			1
			00:00:01.000 --> 00:00:06.000
			<v Test facilitator>Welcome to this lunch. Which moments in your work give you joy?</v>

			2
			00:00:08.000 --> 00:00:20.000
			<v Maria Lopez>The ten minutes before clinic, when we all stand at the desk and nobody has a screen yet. Grace
			always brings the good coffee, and for once nobody is late, nobody is behind, and we laugh.</v>

			3
			00:00:22.000 --> 00:00:25.000
			<v Guest 1>Call me at 555-123-4567, I know a story about Maria.</v>

			4
			00:01:31.000 --> 00:01:40.000
			<v Test facilitator>Let us turn to hard days. Who would like to begin?</v>

			5
			00:01:42.000 --> 00:02:50.000
			<v Maria Lopez>The evenings. I open the inbox after the children are in bed.</v>
			""";

	@Autowired
	private TestStudies studies;

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("X3 X4 a lead imports a WebVTT file, sees how far it is, says who is who, and corrects a question")
	void leadImportsAndCorrects() {
		TestStudy study = this.studies.fresh();
		this.studies.member(study.id(), this.studies.demoPerson("lead"), Role.LEAD);
		HeldSession session = HeldSession.in(this.studies, study);
		try (Walker desk = Walker.atDesktop(this.port).signIn("lead");
				Walker phone = Walker.atPhone(this.port).signIn("lead")) {
			Page page = desk.open(session.path()).accessible().page();
			largeFileIsNoticed(page);
			page.locator("#file")
				.setInputFiles(new FilePayload("talk.vtt", "text/vtt", FILE.getBytes(StandardCharsets.UTF_8)));
			desk.screenshot("transcript-new");
			List<Route> sent = new ArrayList<>();
			page.route("**/transcript", sent::add);
			page.getByText("Read file").click();
			assertThat(page.locator(".transcript-progress")).isVisible();
			assertThat(page.locator(".transcript-progress progress")).hasCount(1);
			page.unroute("**/transcript");
			sent.get(0).resume();
			assertThat(page.getByText("Import transcript")).hasCount(0);
			page.getByText("Import, decide about").click();
			assertThat(page.locator("#voice-2-error")).isVisible();
			assertThat(page.locator(".alert[role=alert]")).isFocused();
			assertThat(page.locator(".marks-keys")).isVisible();
			page.keyboard().press("j");
			assertThat(page.locator(".mark:focus")).hasCount(1);
			desk.forgiveErrors().accessible().screenshot("transcript-preview");
			phone.open(page.url().replaceFirst("http://[^/]+", "")).accessible().screenshot("transcript-preview-phone");
			page.locator("#voice-2").selectOption("other");
			page.getByText("Save who is who").click();
			assertThat(page.locator(".marks-keys")).isVisible();
			page.keyboard().press("j");
			assertThat(page.locator(".mark").first()).containsText("Grace");
			page.keyboard().press("r");
			assertThat(page.locator(".mark-decided")).hasCount(1);
			assertThat(page.locator(".mark:focus")).hasCount(1);
			page.keyboard().press("k");
			assertThat(page.locator(".mark-decided")).hasCount(2);
			assertThat(page.getByText("Import transcript")).isFocused();
			page.keyboard().press("ArrowUp");
			assertThat(page.locator(".mark:focus")).containsText("555-123-4567");
			page.keyboard().press("u");
			assertThat(page.locator(".mark-decided")).hasCount(1);
			assertThat(page.locator(".marks-later .btn-primary")).hasText("Decide about 1 place first");
			page.getByText("Import, decide about").click();

			assertThat(page.locator("#marks-left")).containsText("One place in it may still give somebody away");
			page.locator(".turn-facilitator .turn-open").nth(1).click();
			emptyWordsAreRefused(page);
			desk.forgiveErrors().accessible().screenshot("transcript-turn");
			page.locator("#question").selectOption("What makes the job difficult?");
			page.locator("form[action$='/question'] button").click();

			assertThat(page.locator(".transcript-question")).hasCount(2);
			assertThat(page.locator(".stretch-name"))
				.hasText(new String[] { "Q1 Joy in work", "What makes the job difficult?" });
			assertThat(page.locator("main").innerText()).doesNotContain("Maria", "Grace").contains("P04 always brings");
			desk.accessible().screenshot("transcript-show");
			phone.open(session.path()).accessible().screenshot("transcript-show-phone");
		}
	}

	private static void largeFileIsNoticed(Page page) {
		page.locator("#file").evaluate("file => file.dataset.max = 100");
		page.locator("#file")
			.setInputFiles(new FilePayload("long.vtt", "text/vtt", FILE.getBytes(StandardCharsets.UTF_8)));
		assertThat(page.locator("#file").evaluate("file => file.validationMessage")).asString().contains("20 MB");
		page.locator("#file").evaluate("file => file.dataset.max = 20000000");
	}

	/** And left by Cancel, for the turn. */
	private static void emptyWordsAreRefused(Page page) {
		page.locator("#text").fill(" ");
		page.getByText("Save words").click();
		assertThat(page.locator("#text-error")).isVisible();
		assertThat(page.locator("#text")).isFocused();
		page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.locator(".turn:target")).containsText("I know a story about P03");
		page.locator(".turn:target .turn-open").click();
	}

}
