package org.projectthrive.session.notes;

import com.microsoft.playwright.Locator;
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

/** A server that was away and comes back, of which no browser tells the page. */
@ThriveTest
@BrowserTests
class LiveReturnBrowserTests {

	private static final String ME = "facilitator";

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
		Long member = this.studies.member(study, this.studies.demoPerson(ME), Role.FACILITATOR);
		this.session = RunningSession.make(this.jdbc, study, member);
		this.wire = Wire.to(this.port);
	}

	@AfterEach
	void closeWire() throws Exception {
		this.wire.close();
	}

	@Test
	@DisplayName("N3 a page that was opened while the server was away unlocks what waits and sends it in order once the server is back, untouched")
	void opensWhileTheServerIsAway() {
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			desk.readyForOffline();
			this.wire.cut();
			desk.write("first").write("second");
			assertThat(desk.page().locator("#save-state")).containsText("On this device (2)", PATIENTLY);
			desk.page().onDialog((dialog) -> dialog.accept());
			desk.page().reload();
			desk.ready();
			Locator banner = desk.page().locator("#unsaved");
			assertThat(banner).containsText("2 entries of earlier are locked on this device", PATIENTLY);
			desk.write("third").state("device", 10);

			this.wire.mend();

			desk.state("saved", 20);
			assertThat(banner).isHidden();
			assertThat(desk.notes()).hasCount(3);
			desk.walker().forgiveErrors();
		}
		assertThat(this.sessions.notes(this.session.studyId(), this.session.id())).extracting(NoteRow::text)
			.containsExactly("first", "second", "third");
	}

	@Test
	@DisplayName("FLT15 who signs in again while nothing waits is asked no more")
	void signsInWithNothingToSend() {
		try (LiveDesk desk = LiveDesk.open(Walker.atDesktop(this.wire.port()), ME, this.session)) {
			Locator dialog = desk.page().locator("#sign-in");
			desk.page().context().setOffline(true);
			desk.page().context().clearCookies();
			desk.page().context().setOffline(false);
			assertThat(dialog).isVisible();
			desk.page().locator("#username").fill(ME + "@thrive.example");
			desk.page().locator("#password").fill("thrive-demo");
			desk.page().keyboard().press("Enter");
			assertThat(dialog).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(10_000));
			desk.saved();
			assertThat(desk.page().locator("#save-state button")).isHidden();
			desk.walker().forgiveErrors();
		}
	}

}
