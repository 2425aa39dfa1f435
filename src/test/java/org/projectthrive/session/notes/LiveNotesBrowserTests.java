package org.projectthrive.session.notes;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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

@ThriveTest
@BrowserTests
class LiveNotesBrowserTests {

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
		Long facilitator = this.studies.member(study, this.studies.demoPerson("facilitator"), Role.FACILITATOR);
		Long second = this.studies.member(study, this.studies.demoPerson("second.facilitator"), Role.FACILITATOR);
		this.session = RunningSession.make(this.jdbc, study, facilitator, second);
	}

	@Test
	@DisplayName("N1 a facilitator notes by keyboard alone, opens a question, edits, ends and debriefs")
	void facilitatorNotesByKeyboard() {
		try (Walker walker = Walker.atDesktop(this.port).signIn("facilitator").open(this.session.path("/live"))) {
			Page page = walker.page();
			assertThat(page.locator("#text")).isFocused();

			write(page, "p1 the ten minutes before clinic");
			page.keyboard().press("Alt+Digit2");
			write(page, "Likes the late shift");
			page.keyboard().press("Alt+Digit3");
			write(page, "Everybody nods");
			page.keyboard().press("Alt+ArrowDown");
			page.keyboard().press("Alt+Digit4");
			write(page, "Ask for another slot");
			page.keyboard().press("Alt+Digit1");
			write(page, "P02: is that work or is that real?");
			assertThat(page.locator("#notes li")).hasCount(5);

			page.locator("#unscripted").fill("What makes your job difficult?");
			page.keyboard().press("Enter");
			assertThat(page.locator("article:not([hidden]) h2")).hasText("What makes your job difficult?");
			page.locator("#text").focus();
			write(page, "Too many clicks");
			page.keyboard().press("ArrowUp");
			assertThat(page.locator("#text")).hasValue("Too many clicks");
			page.keyboard().press("End");
			write(page, ", all day");
			assertThat(page.locator("#notes li").last()).containsText("Too many clicks, all day");
			walker.accessible().screenshot("live-desktop");
			page.setViewportSize(390, 844);
			walker.accessible().screenshot("live-phone");
			page.setViewportSize(1280, 900);

			page.locator(".live-bar summary").press("Enter");
			assertThat(page.locator("form[action$='/sessions/" + this.session.id() + "/end'] button")).isVisible();
			this.session.ended("HELD", "0 minutes");
			page.locator("#notes a[href$='/debrief']").click();
			page.locator("#topThemes").fill("The in-basket, from every side");
			walker.accessible();
			page.keyboard().press("Tab");
			page.locator("main form button").press("Enter");
			assertThat(page.locator(".alert-success")).isVisible();
		}

		List<NoteRow> notes = this.sessions.notes(this.session.studyId(), this.session.id());
		assertThat(notes).extracting(NoteRow::text)
			.containsExactly("the ten minutes before clinic", "Likes the late shift", "Everybody nods",
					"Ask for another slot", "is that work or is that real?", "Too many clicks, all day");
		assertThat(notes).extracting(NoteRow::speaker).containsExactly("P01", null, null, null, "P02", null);
		assertThat(notes).extracting(NoteRow::kind)
			.containsExactly("QUOTE", "PARAPHRASE", "NON_VERBAL", "OWN_IDEA", "QUOTE", "QUOTE");
		assertThat(notes).extracting(NoteRow::questionId)
			.containsExactly(this.session.firstQuestion(), this.session.firstQuestion(), this.session.firstQuestion(),
					this.session.secondQuestion(), this.session.secondQuestion(), null);
		assertThat(this.session.currentStage()).isEqualTo("DEBRIEFED");
	}

	@Test
	@DisplayName("N3 while the server cannot be reached the words stay in the box, and are saved once when it can")
	void wordsStayUntilTheyAreSaved() {
		try (Walker walker = Walker.atPhone(this.port).signIn("facilitator").open(this.session.path("/live"))) {
			Page page = walker.page();
			walker.accessible();
			page.context().setOffline(true);

			page.locator("#text").fill("said while offline");
			page.keyboard().press("Enter");

			Locator state = page.locator("#save-state");
			assertThat(state).containsText("Not saved: no connection");
			assertThat(page.locator("#text")).hasValue("said while offline\n");
			walker.accessible().screenshot("live-phone-offline");
			page.locator("[data-aside]").click();
			assertThat(page.locator("#waiting")).containsText("said while offline");
			page.keyboard().type("the next one");
			page.keyboard().press("Enter");
			assertThat(page.locator("#text")).hasValue("the next one\n");

			page.context().setOffline(false);
			page.keyboard().press("Enter");
			assertThat(state).hasText("Saved", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
			assertThat(page.locator("#text")).hasValue("");
			assertThat(page.locator("#waiting li")).hasCount(0);
			walker.forgiveErrors();
		}

		assertThat(this.sessions.notes(this.session.studyId(), this.session.id())).extracting(NoteRow::text)
			.containsExactly("said while offline", "the next one");
	}

	@Test
	@DisplayName("N4 two facilitators see each other's notes, and two tabs never overwrite each other unseen")
	void twoFacilitatorsSeeEachOther() {
		try (Walker first = Walker.atDesktop(this.port).signIn("facilitator").open(this.session.path("/live"));
				Walker second = Walker.atDesktop(this.port)
					.signIn("second.facilitator")
					.open(this.session.path("/live"))) {
			write(first.page(), "seen by both");
			assertThat(second.page().locator("#notes li")).containsText("seen by both",
					new LocatorAssertions.ContainsTextOptions().setTimeout(3_000));
			assertThat(second.page().locator("#notes [data-edit]")).hasCount(0);

			first.page().locator("#notes [data-edit]").click();
			this.jdbc.sql("update note set text = 'changed elsewhere', version = version + 1 where session_id = ?")
				.param(this.session.id())
				.update();
			first.page().locator("#text").fill("changed here");
			first.page().keyboard().press("Enter");
			assertThat(first.page().locator("#conflict")).containsText("changed elsewhere");
			assertThat(first.page().locator("#text")).hasValue("changed here\n");
			first.accessible().screenshot("live-conflict");
			first.page().locator("[data-keep=yours]").click();
			assertThat(first.page().locator("#save-state")).hasText("Saved");
			assertThat(second.page().locator("#notes li")).containsText("changed here");
			first.forgiveErrors();
		}
	}

	private static void write(Page page, String words) {
		page.keyboard().type(words);
		page.keyboard().press("Enter");
		assertThat(page.locator("#save-state")).hasText("Saved");
		assertThat(page.locator("#text")).hasValue("");
	}

}
