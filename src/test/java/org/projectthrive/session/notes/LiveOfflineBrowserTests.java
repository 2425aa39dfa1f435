package org.projectthrive.session.notes;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.NoteRow;
import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written while the server cannot be reached: the way to it is cut and mended.
 */
@ThriveTest
@BrowserTests
class LiveOfflineBrowserTests {

	private static final String MARKER = "zebrafinch";

	private static final String ME = "facilitator";

	private static final String OTHER = "second.facilitator";

	private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(20_000);

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Sessions sessions;

	@Autowired
	private JdbcClient jdbc;

	private RunningSession session;

	private Wire wire;

	@BeforeEach
	void startSession() {
		Long study = this.studies.fresh().id();
		Long facilitator = this.studies.member(study, this.studies.demoPerson(ME), Role.FACILITATOR);
		Long second = this.studies.member(study, this.studies.demoPerson(OTHER), Role.FACILITATOR);
		this.session = RunningSession.make(this.jdbc, study, facilitator, second);
		this.wire = Wire.to(this.port);
	}

	@AfterEach
	void closeWire() throws IOException {
		this.wire.close();
	}

	@Test
	@DisplayName("FLT14 N3 300 notes written offline over two reloads arrive once, in order, within 10 s of the network's return")
	void offlineNotesArriveInOrder() {
		List<String> texts = IntStream.range(0, 300).mapToObj((index) -> MARKER + " " + index).toList();
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			desk.readyForOffline();
			cut(desk);
			texts.subList(0, 100).forEach(desk::write);
			Locator corner = desk.page().locator("#save-state");
			assertThat(corner).containsText("On this device (100)", PATIENTLY);
			reload(desk);
			Locator banner = desk.page().locator("#unsaved");
			assertThat(banner).containsText("100 entries of earlier are locked on this device");
			desk.walker().accessible();
			desk.screenshot("live-offline");
			texts.subList(100, 200).forEach(desk::write);
			assertThat(corner).containsText("On this device (200)", PATIENTLY);
			reload(desk);
			assertThat(banner).containsText("200 entries of earlier are locked on this device");
			texts.subList(200, 300).forEach(desk::write);
			assertThat(corner).containsText("On this device (300)", PATIENTLY);
			assertThat(desk.everythingKept()).doesNotContain(MARKER).contains("thrive-live");

			desk.page().evaluate(LiveDesk.MEASURE);
			mend(desk);
			desk.state("saved", 60);
			int drained = Integer.parseInt(desk.page().locator("body").getAttribute("data-drained"));
			assertThat(drained).isLessThan(10_000);
			int trips = Integer.parseInt(desk.page().locator("body").getAttribute("data-sends"));
			assertThat(trips).as("of 100 ms each on a slow connection").isBetween(6, 8);
			assertThat(desk.notes()).hasCount(300);
			desk.walker().forgiveErrors();
		}
		assertThat(texts()).containsExactlyElementsOf(texts);
	}

	@Test
	@DisplayName("N3 without a connection the question, a parked topic and an unscripted question with its notes wait too; two tabs show and send them once")
	void everythingWaits() {
		try (LiveDesk desk = LiveDesk.open(Walker.atPhone(this.wire.port()), ME, this.session)) {
			Page tab = desk.page().context().newPage();
			tab.navigate(this.session.path("/live?as=moderator"));
			assertThat(tab.locator("#live")).hasAttribute("data-ready", "true");
			cut(desk);
			tab.keyboard().press("n");
			tab.keyboard().insertText("from the other tab");
			tab.keyboard().press("Enter");
			assertThat(desk.notes()).containsText("from the other tab");
			desk.page().locator("[popovertarget=unscripted-box]").click();
			desk.page().locator("#unscripted").fill("What makes your job difficult?");
			desk.page().keyboard().press("Enter");
			assertThat(desk.question()).hasText("What makes your job difficult?");
			desk.write("too many clicks");
			desk.page().locator("[popovertarget=parking]").click();
			desk.page().locator("#park-text").fill("The in-basket");
			desk.page().keyboard().press("Enter");
			assertThat(desk.page().locator("#unsaved")).containsText("Nothing is lost", PATIENTLY);
			desk.page().keyboard().press("Escape");
			desk.walker().accessible();
			desk.screenshot("live-phone-offline");
			mend(desk);
			desk.saved();
			assertThat(tab.locator("#save-state")).hasAttribute("data-state", "saved");
			assertThat(tab.locator("#notes li")).hasCount(2);
			desk.walker().forgiveErrors();
		}
		assertThat(texts()).containsExactly("from the other tab", "too many clicks");
		assertThat(this.sessions.notes(this.session.studyId(), this.session.id()).get(1).unscriptedQuestionId())
			.isNotNull();
		assertThat(this.jdbc.sql("select text from parked_topic where session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.list()).containsExactly("The in-basket");
	}

	@Test
	@DisplayName("FLT15 SEC34 signed out while offline: another person sees and sends nothing, the same person signs in right here and all is saved")
	void signedOutWhileOffline() {
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			desk.readyForOffline();
			cut(desk);
			desk.write(MARKER + " one").write(MARKER + " two");
			desk.page().keyboard().insertText(MARKER + " three");
			desk.state("device", 10);
			desk.page().context().clearCookies();
			mend(desk);
			assertThat(desk.page().locator("#sign-in")).isVisible();
			desk.state("needs", 10).walker().accessible();
			desk.screenshot("live-sign-in");
			signInHere(desk, OTHER);
			desk.page().waitForURL((url) -> url.endsWith("/live"));
			desk.ready().saved();
			assertThat(desk.notes()).hasCount(0);
			assertThat(desk.page().locator("#unsaved")).isHidden();
			assertThat(desk.box()).hasValue("");
			assertThat(desk.everythingKept()).doesNotContain(MARKER);
			assertThat(texts()).isEmpty();

			desk.write("of somebody else");
			assertThat(desk.notes()).hasCount(1);
			desk.saved();
			desk.page().context().clearCookies();
			desk.write("never mind");
			assertThat(desk.page().locator("#sign-in")).isVisible();
			signInHere(desk, ME);
			desk.page().waitForURL((url) -> url.endsWith("/live"));
			desk.ready().saved();
			assertThat(desk.box()).hasValue(MARKER + " three");
			desk.page().keyboard().press("Enter");
			desk.saved();
			assertThat(desk.everythingKept()).doesNotContain(MARKER);
			desk.walker().forgiveErrors();
		}
		assertThat(texts()).containsExactly("of somebody else", MARKER + " one", MARKER + " two", MARKER + " three");
	}

	@Test
	@DisplayName("FLT15 when somebody else signs in in another tab nothing of the first person is sent in their name")
	void somebodyElseInAnotherTab() {
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			desk.write("of the first one").saved();
			Page tab = desk.page().context().newPage();
			tab.navigate("/login");
			tab.locator("#username").fill(OTHER + "@thrive.example");
			tab.locator("#password").fill("thrive-demo");
			tab.keyboard().press("Enter");
			tab.waitForURL((url) -> !url.contains("/login"));

			desk.page().onDialog((dialog) -> dialog.accept());
			desk.write(MARKER + " one");
			desk.page().waitForURL((url) -> url.endsWith("/live"), new Page.WaitForURLOptions().setTimeout(20_000));
			desk.ready().saved();
			assertThat(desk.notes()).hasCount(1);
			assertThat(desk.everythingKept()).doesNotContain(MARKER);
			desk.walker().forgiveErrors();
		}
		assertThat(texts()).containsExactly("of the first one");
	}

	@Test
	@DisplayName("FLT16 signing out with unsent notes asks; they stay locked, are sent at the next chance, and no page stays behind")
	void signOutAsks() {
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			desk.readyForOffline();
			Page elsewhere = desk.page().context().newPage();
			elsewhere.navigate("/studies");
			cut(desk);
			desk.write(MARKER + " kept");
			assertThat(desk.page().locator("#save-state")).containsText("On this device (1)", PATIENTLY);
			desk.page().onDialog((dialog) -> dialog.accept());
			desk.page().close();

			elsewhere.locator("#sign-out button").click();
			Locator question = elsewhere.locator("#unsent");
			assertThat(question).containsText("One note of Maple Street", PATIENTLY);
			question.locator("button[value=stay]").click();
			assertThat(question).isHidden();
			this.wire.mend();
			elsewhere.context().setOffline(false);
			elsewhere.locator("#sign-out button").click();
			elsewhere.waitForURL((url) -> url.endsWith("/login?signed-out"));
			String kept = (String) elsewhere.evaluate(LiveDesk.EVERYTHING_KEPT);
			assertThat(kept).doesNotContain(MARKER, "Maple Street", "What gives you joy here?");
			desk.walker().forgiveErrors();
		}
		assertThat(texts()).containsExactly(MARKER + " kept");
	}

	@Test
	@DisplayName("N1 a note that is saved while its deletion is being asked for stays the line that was touched, with the question and the focus")
	void lineStaysWhileItIsSaved() {
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			cut(desk);
			desk.write(MARKER + " by mistake");
			Locator waits = desk.notes().last().locator(".live-note-where");
			assertThat(waits).isVisible();
			desk.notes().last().locator("[data-delete]").click();
			desk.notes().last().evaluate("(line) => { line.dataset.touched = 'true'; }");

			mend(desk);
			desk.state("saved", 20);
			assertThat(waits).isHidden();
			assertThat(desk.notes().last()).hasAttribute("data-touched", "true");
			assertThat(desk.notes().last().locator("[data-keep-note]")).isFocused();

			desk.notes().last().locator("[data-really]").click();
			assertThat(desk.notes()).hasCount(0);
			desk.state("saved", 20);
			desk.walker().forgiveErrors();
		}
		assertThat(texts()).isEmpty();
	}

	private void cut(LiveDesk desk) {
		this.wire.cut();
		desk.page().context().setOffline(true);
	}

	private void mend(LiveDesk desk) {
		this.wire.mend();
		desk.page().context().setOffline(false);
	}

	/** As somebody does who is asked whether to leave the page, and means it. */
	private static void reload(LiveDesk desk) {
		desk.page().onceDialog((dialog) -> dialog.accept());
		desk.page().reload();
		desk.ready();
	}

	private static void signInHere(LiveDesk desk, String account) {
		desk.page().locator("#username").fill(account + "@thrive.example");
		desk.page().locator("#password").fill("thrive-demo");
		desk.page().keyboard().press("Enter");
	}

	private List<String> texts() {
		return this.sessions.notes(this.session.studyId(), this.session.id()).stream().map(NoteRow::text).toList();
	}

}
