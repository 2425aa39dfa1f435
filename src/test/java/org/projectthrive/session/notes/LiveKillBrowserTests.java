package org.projectthrive.session.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.NoteRow;
import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.Browsers;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A browser that is killed outright while somebody writes. */
@ThriveTest
@BrowserTests
class LiveKillBrowserTests {

	private static final String MARKER = "goldcrest";

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Sessions sessions;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("FLT13 SEC34 Chromium is killed while typing: what is older than a second is back and sent once, and the disk has no word of it in clear")
	void killedBrowserKeepsWhatWasTyped(@TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
		Long study = this.studies.fresh().id();
		Long member = this.studies.member(study, this.studies.demoPerson("facilitator"), Role.FACILITATOR);
		RunningSession session = RunningSession.make(this.jdbc, study, member);
		BrowserContext first = Browsers.chromiumWith(profile);
		Page page = first.pages().get(0);
		signIn(page, session);
		page.route("**/sessions/*/notes/*", (route) -> route.abort());
		page.keyboard().type(MARKER + " finished");
		page.keyboard().press("Enter");
		page.keyboard().type(MARKER + " half a sent");
		page.waitForTimeout(1_000);
		kill(profile);
		close(first);
		assertThat(filesWith(profile, MARKER)).isEmpty();

		BrowserContext second = Browsers.chromiumWith(profile);
		Page again = second.pages().get(0);
		again.navigate("http://localhost:" + this.port + session.path("/live"));
		if (again.url().contains("/login")) {
			signIn(again, session);
		}
		assertThat(again.locator("#text")).hasValue(MARKER + " half a sent");
		assertThat(again.locator("#save-state")).hasAttribute("data-state", "saved");
		again.locator("#text").press("End");
		again.keyboard().type("ence");
		again.keyboard().press("Enter");
		assertThat(again.locator("#notes li")).hasCount(2);
		assertThat(again.locator("#save-state")).hasAttribute("data-state", "saved");
		second.close();
		assertThat(this.sessions.notes(study, session.id())).extracting(NoteRow::text)
			.containsExactly(MARKER + " finished", MARKER + " half a sentence");
	}

	private void signIn(Page page, RunningSession session) {
		page.navigate("http://localhost:" + this.port + "/login");
		page.locator("#username").fill("facilitator@thrive.example");
		page.locator("#password").fill("thrive-demo");
		page.locator("form[action$='/login'] button").first().click();
		page.waitForURL((url) -> !url.contains("/login"));
		page.navigate("http://localhost:" + this.port + session.path("/live"));
		assertThat(page.locator("#live")).hasAttribute("data-ready", "true");
	}

	/** Only the processes that this test has started: they name its profile. */
	private static void kill(Path profile) {
		List<ProcessHandle> browser = ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains("--user-data-dir=" + profile))
			.toList();
		assertThat(browser).isNotEmpty();
		browser.forEach(ProcessHandle::destroyForcibly);
		browser.forEach((process) -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
	}

	private static void close(BrowserContext killed) {
		try {
			killed.close();
		}
		catch (PlaywrightException ex) {
			// it is closed already
		}
	}

	private static List<Path> filesWith(Path directory, String words) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> holds(file, words.getBytes(StandardCharsets.UTF_8))
						|| holds(file, words.getBytes(StandardCharsets.UTF_16LE)))
				.toList();
		}
	}

	private static boolean holds(Path file, byte[] words) {
		try {
			String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
			return content.contains(new String(words, StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
