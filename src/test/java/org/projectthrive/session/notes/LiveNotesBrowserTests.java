package org.projectthrive.session.notes;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
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

/** The two screens of a running session, at a desk and at a phone. */
@ThriveTest
@BrowserTests
class LiveNotesBrowserTests {

	private static final String MODERATOR = "facilitator";

	private static final String NOTE_TAKER = "second.facilitator";

	private static final LocatorAssertions.HasTextOptions WITHIN_TWO_SECONDS = new LocatorAssertions.HasTextOptions()
		.setTimeout(2_000);

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Sessions sessions;

	@Autowired
	private JdbcClient jdbc;

	private RunningSession session;

	@BeforeEach
	void startSession() {
		Long study = this.studies.fresh().id();
		Long moderator = this.studies.member(study, this.studies.demoPerson(MODERATOR), Role.FACILITATOR);
		Long noteTaker = this.studies.member(study, this.studies.demoPerson(NOTE_TAKER), Role.FACILITATOR);
		this.session = RunningSession.make(this.jdbc, study, moderator, noteTaker).moderatedBy(moderator);
	}

	@Test
	@DisplayName("N1 a quote with its speaker costs its text and three keys; kinds, edits and deletions go by keyboard too")
	void noteTakerWritesByKeyboard() {
		try (LiveDesk desk = desk(NOTE_TAKER)) {
			Page page = desk.page();
			page.evaluate(
					"document.addEventListener('keydown', () => document.body.dataset.keys = Number(document.body.dataset.keys ?? 0) + 1, true)");
			assertThat(desk.box()).isFocused();
			String thought = "the ten minutes before clinic";
			page.keyboard().type("1 " + thought);
			assertThat(page.locator("#speaker-P01")).isChecked();
			page.keyboard().press("Enter");
			desk.saved();
			assertThat(Integer.parseInt(page.locator("body").getAttribute("data-keys")))
				.isEqualTo(thought.length() + 3);

			page.keyboard().press("Alt+Digit2");
			desk.write("Likes the late shift");
			page.keyboard().press("Alt+Digit3");
			desk.write("Everybody nods");
			page.keyboard().press("Alt+ArrowDown");
			page.keyboard().press("Alt+Digit4");
			desk.write("Ask for another slot");
			page.keyboard().press("Alt+Digit1");
			page.keyboard().type("p2 is that work or is that real?");
			page.keyboard().press("Enter");
			page.keyboard().type("7 of us never take lunch");
			page.keyboard().press("Enter");
			assertThat(desk.notes()).hasCount(6);

			page.keyboard().press("ArrowUp");
			assertThat(desk.box()).hasValue("7 of us never take lunch");
			page.keyboard().press("End");
			desk.write(", ever").saved();
			assertThat(desk.notes().last()).containsText("7 of us never take lunch, ever");
			desk.write("said by mistake").saved();
			Locator mistake = desk.notes().filter(new Locator.FilterOptions().setHasText("said by mistake"));
			mistake.locator("[data-delete]").click();
			mistake.locator("[data-really]").click();
			assertThat(desk.notes()).hasCount(6);
			desk.saved();
		}

		List<NoteRow> notes = this.sessions.notes(this.session.studyId(), this.session.id());
		assertThat(notes).extracting(NoteRow::text)
			.containsExactly("the ten minutes before clinic", "Likes the late shift", "Everybody nods",
					"Ask for another slot", "is that work or is that real?", "7 of us never take lunch, ever");
		assertThat(notes).extracting(NoteRow::speaker).containsExactly("P01", null, null, null, "P02", null);
		assertThat(notes).extracting(NoteRow::kind)
			.containsExactly("QUOTE", "PARAPHRASE", "NON_VERBAL", "OWN_IDEA", "QUOTE", "QUOTE");
		assertThat(notes).extracting(NoteRow::questionId)
			.containsExactly(this.session.firstQuestion(), this.session.firstQuestion(), this.session.firstQuestion(),
					this.session.secondQuestion(), this.session.secondQuestion(), this.session.secondQuestion());
	}

	@Test
	@DisplayName("N4 moderator and note-taker are in step within two seconds: question, parked topics, notes, the recording, the end")
	void twoScreensAreInStep() {
		try (LiveDesk moderator = desk(MODERATOR); LiveDesk noteTaker = desk(NOTE_TAKER)) {
			assertThat(moderator.page().locator("#live")).hasAttribute("data-screen", "moderator");
			assertThat(noteTaker.page().locator("#live")).hasAttribute("data-screen", "note-taker");
			moderator.page().keyboard().press("ArrowRight");
			assertThat(noteTaker.question()).hasText("What makes a good team?", WITHIN_TWO_SECONDS);

			noteTaker.page().keyboard().type("half a thou");
			moderator.page().keyboard().press("PageUp");
			assertThat(noteTaker.page().locator("#floor-notice")).containsText("The moderator asks 1",
					new LocatorAssertions.ContainsTextOptions().setTimeout(2_000));
			assertThat(noteTaker.question()).hasText("What makes a good team?");
			assertThat(noteTaker.box()).isFocused();
			noteTaker.page().keyboard().type("ght");
			noteTaker.page().keyboard().press("Enter");
			assertThat(noteTaker.question()).hasText("What gives you joy here?");
			assertThat(moderator.notes().last().locator(".live-note-text")).hasText("half a thought",
					WITHIN_TWO_SECONDS);

			parkAndTakeUp(moderator, noteTaker);
			record(moderator, noteTaker);
			look(moderator, "live-moderator");
			look(noteTaker, "live-note-taker");
			end(moderator, noteTaker);
		}

		List<NoteRow> notes = this.sessions.notes(this.session.studyId(), this.session.id());
		assertThat(notes).extracting(NoteRow::text).containsExactly("half a thought", "clicks, all day", "last words");
		assertThat(notes.get(0).questionId()).isEqualTo(this.session.secondQuestion());
		assertThat(notes.get(1).unscriptedQuestionId()).isNotNull();
	}

	private void parkAndTakeUp(LiveDesk moderator, LiveDesk noteTaker) {
		moderator.page().keyboard().press("p");
		moderator.write("The in-basket");
		assertThat(noteTaker.page().locator("#parked li > span").first()).hasText("The in-basket", WITHIN_TWO_SECONDS);
		moderator.page().locator("#parked [data-parked=take-up]").click();
		assertThat(moderator.question()).hasText("The in-basket");
		assertThat(noteTaker.question()).hasText("The in-basket", WITHIN_TWO_SECONDS);
		assertThat(noteTaker.page().locator("#parked li")).hasCount(0);
		assertThat(noteTaker.box()).isFocused();
		noteTaker.write("clicks, all day").saved();
	}

	/** Marked as started on one screen; somebody withdraws, and both say so at once. */
	private void record(LiveDesk moderator, LiveDesk noteTaker) {
		Page door = moderator.page().context().newPage();
		door.navigate(this.session.path("/people"));
		door.locator(".door-person").first().locator(".door-act form button").click();
		Locator label = noteTaker.page().locator("#recording > button");
		assertThat(label).hasText("Not recorded");
		label.click();
		Locator box = noteTaker.page().locator("#recording-box");
		assertThat(box).containsText("Everybody checked in (1) has agreed to be recorded.");
		noteTaker.walker().accessible();
		noteTaker.screenshot("live-recording");
		box.locator("[data-mark=started] button").click();
		assertThat(label).hasText("Recording");
		assertThat(moderator.page().locator("#recording > button")).hasText("Recording", WITHIN_TWO_SECONDS);

		door.locator(".door-person").first().locator("summary").click();
		door.locator(".door-person").first().locator("input[name=recording][value=false]").check();
		door.locator(".door-person").first().locator(".door-answers form button").click();
		for (LiveDesk desk : List.of(moderator, noteTaker)) {
			assertThat(desk.page().locator("#recording-alarm span"))
				.hasText("Stop the recording: P01 withdrew consent. Then mark it as stopped.", WITHIN_TWO_SECONDS);
			desk.walker().accessible();
			desk.screenshot("live-recording-alarm-" + desk.page().locator("#live").getAttribute("data-screen"));
		}
		moderator.page().locator("#recording-alarm button").click();
		assertThat(moderator.page().locator("#recording-alarm")).isHidden();
		assertThat(label).hasText("Not recorded", WITHIN_TWO_SECONDS);
		assertThat(noteTaker.page().locator("#recording-alarm")).isHidden();
		door.close();
	}

	/** What both see, in light and dark, at a desk and at a phone. */
	private static void look(LiveDesk desk, String name) {
		desk.walker().accessible();
		desk.screenshot(name);
		desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		desk.page().reload();
		desk.ready().walker().accessible();
		desk.screenshot(name + "-dark");
		desk.page().setViewportSize(390, 844);
		desk.walker().accessible();
		desk.screenshot(name + "-phone-dark");
		desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		desk.page().reload();
		desk.ready().walker().accessible();
		desk.screenshot(name + "-phone");
		desk.page().setViewportSize(1280, 900);
	}

	private void end(LiveDesk moderator, LiveDesk noteTaker) {
		noteTaker.page().keyboard().type("last words");
		moderator.page().locator(".live-bar summary").click();
		moderator.page().locator("form[action$='/end'] button").click();
		moderator.page().waitForURL("**/debrief");
		assertThat(noteTaker.page().locator("#ended")).isVisible();
		noteTaker.page().keyboard().press("Enter");
		noteTaker.page().waitForURL("**/debrief");
		assertThat(this.session.currentStage()).isEqualTo("HELD");
	}

	@Test
	@DisplayName("N4 a note that was changed elsewhere is never overwritten unseen: both texts are shown")
	void changesOfTheSameNoteCollide() {
		try (LiveDesk desk = desk(NOTE_TAKER)) {
			desk.write("as first written").saved();
			desk.notes().first().locator("[data-edit]").click();
			this.jdbc.sql("update note set text = 'changed elsewhere', version = version + 1 where session_id = ?")
				.param(this.session.id())
				.update();
			desk.box().fill("changed here");
			desk.page().keyboard().press("Enter");
			Locator conflict = desk.page().locator("#conflict");
			assertThat(conflict).containsText("changed elsewhere");
			assertThat(conflict).containsText("changed here");
			desk.state("needs", 5).walker().accessible();
			desk.screenshot("live-conflict");
			desk.page().locator("[data-choose=yours]").click();
			desk.saved();
			assertThat(desk.notes().first()).containsText("changed here");
			desk.walker().forgiveErrors();
		}
		assertThat(this.sessions.notes(this.session.studyId(), this.session.id())).extracting(NoteRow::text)
			.containsExactly("changed here");
	}

	@Test
	@DisplayName("N3 a browser that can keep nothing says so and sends at once; what was typed before the script came is not lost")
	void browserThatKeepsNothing() {
		AtomicReference<Route> script = new AtomicReference<>();
		try (Walker walker = Walker.atDesktop(this.port).signIn(NOTE_TAKER)) {
			Page page = walker.page();
			page.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined })");
			page.route("**/live-notes*.js", script::set);
			page.navigate(this.session.path("/live"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
			page.locator("#text").focus();
			page.keyboard().type("typed too early");
			page.keyboard().press("Enter");
			page.keyboard().type("and half a line");
			assertThat(page.locator("#live")).not().hasAttribute("data-ready", "true");
			script.get().resume();
			assertThat(page.locator("#not-kept")).isVisible();
			assertThat(page.locator("#notes li")).containsText("typed too early");
			assertThat(page.locator("#text")).hasValue("and half a line");
			assertThat(page.locator("#save-state")).hasAttribute("data-state", "saved");
			page.onceDialog((dialog) -> dialog.accept());
		}
		assertThat(this.sessions.notes(this.session.studyId(), this.session.id())).extracting(NoteRow::text)
			.containsExactly("typed too early");
	}

	private LiveDesk desk(String account) {
		return LiveDesk.open(Walker.atDesktop(this.port), account, this.session);
	}

}
