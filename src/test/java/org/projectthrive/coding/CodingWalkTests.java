package org.projectthrive.coding;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An analyst codes in the workspace, as one would. */
@ThriveTest
@BrowserTests
class CodingWalkTests {

	private static final String PASSWORD = "three quiet words";

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private Talk talk;

	@BeforeEach
	void talk() {
		this.study = this.studies.fresh();
		this.talk = Talk.in(this.study, this.studies, this.jdbc, "🎉 I like the ten minutes before clinic a lot.",
				"Same here, every day.");
		for (String name : List.of("Relationships", "Collaboration", "Respect for my time")) {
			Talk.theme(this.study, this.studies, name);
		}
	}

	@Test
	@DisplayName("C2 three words are coded by mouse: select them, click a theme, click another")
	void codesByMouse() {
		try (Walker walker = walker()) {
			Page page = walker.page();
			select(page, "turn-" + this.talk.turn(1), "en minutes bef");

			theme(page, "Relationships").click();
			assertThat(marks(page)).hasText("ten minutes before");
			theme(page, "Collaboration").click();

			assertThat(stripes(page)).hasCount(2);
			assertThat(page.locator("#coding-status")).hasText("Coded as Collaboration");
			assertThat(page.locator("#chosen-words")).hasText("ten minutes before");
		}
	}

	@Test
	@DisplayName("C2 words are coded, overlapped and taken back by the keys alone")
	void codesByKeys() {
		try (Walker walker = walker()) {
			Page page = walker.page();
			page.locator("#undo button").focus();
			for (int i = 0; i < 40 && !isOnTurn(page); i++) {
				page.keyboard().press("Tab");
			}
			press(page, "j", "k", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "c");
			page.keyboard().type("resp");
			page.keyboard().press("Enter");
			assertThat(marks(page)).hasText("like the");

			press(page, "Shift+ArrowRight", "c");
			page.keyboard().type("colla");
			page.keyboard().press("Enter");
			assertThat(stripes(page)).hasCount(2);

			page.keyboard().press("u");
			assertThat(page.locator("#coding-status")).hasText("Undone");
			assertThat(marks(page)).hasText("like the");
			page.keyboard().press("?");
			assertThat(page.locator("#keys")).isVisible();
		}
	}

	@Test
	@DisplayName("C2 a memo and a star are given, and a coding removed, without leaving the page")
	void remarksOnACoding() {
		try (Walker walker = walker()) {
			Page page = walker.page();
			select(page, "note-" + this.talk.note(), "Nobody");
			theme(page, "Relationships").click();
			stripes(page).click();
			page.locator("#memo").fill("All of them");
			page.getByText("Save memo").click();
			assertThat(stripes(page)).containsText("with memo");
			stripes(page).click();
			assertThat(page.locator("#memo")).hasValue("All of them");
			page.getByText("Remove coding").click();
			assertThat(stripes(page)).hasCount(0);
		}
	}

	@Test
	@DisplayName("C3 one hides the codings of others and codes blind")
	void codesBlind() {
		TestPerson second = this.studies.person("second");
		this.studies.member(this.study.id(), second, Role.ANALYST);
		Long theme = Talk.theme(this.study, this.studies, "Pay");
		this.studies.insert(
				"insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, end_at, coded_at) "
						+ "values (?, ?, ?, ?, ?, 0, 4, now()) returning id",
				this.study.id(), this.talk.sessionId(), this.talk.turn(2), theme, second.id());
		try (Walker walker = walker()) {
			Page page = walker.page();
			assertThat(marks(page)).hasText("Same");
			page.getByLabel("Only my codings").check();
			page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(marks(page)).hasCount(0);

			select(page, "turn-" + this.talk.turn(2), "every day");
			theme(page, "Relationships").click();

			assertThat(marks(page)).hasText("every day");
		}
	}

	@Test
	@DisplayName("C2 codebook and workspace can be used by everybody, at a desk and on a phone")
	void accessible() {
		for (Walker walker : List.of(Walker.atDesktop(this.port), Walker.atPhone(this.port))) {
			try (walker) {
				walker.signIn(email(), PASSWORD).open(this.study.path("/themes")).accessible();
				walker.open(this.study.path("/themes/new")).accessible();
				walker.open(this.study.path("/coding")).accessible();
				walker.open(this.talk.path("/coding"));
				select(walker.page(), "turn-" + this.talk.turn(1), "minutes");
				walker.accessible();
				walker.page().locator("#chosen-code").click();
				walker.accessible();
				walker.page().locator("#picker-themes li").first().click();
				assertThat(marks(walker.page()).first()).hasText("minutes");
			}
		}
	}

	private Walker walker() {
		return Walker.atDesktop(this.port).signIn(email(), PASSWORD).open(this.talk.path("/coding"));
	}

	private String email() {
		return this.jdbc.sql("update person set password_hash = ? where id = ? returning email")
			.params(this.passwords.encode(PASSWORD), this.study.person(Role.ANALYST).id())
			.query(String.class)
			.single();
	}

	/** Drags over words, as a mouse does: from the first letter to the last. */
	private static void select(Page page, String source, String words) {
		page.locator("#" + source).scrollIntoViewIfNeeded();
		page.evaluate(
				"""
						([source, words]) => {
							const walker = document.createTreeWalker(document.querySelector(`#${source} .source-words`), NodeFilter.SHOW_TEXT);
							for (let node = walker.nextNode(); node; node = walker.nextNode()) {
								const at = node.data.indexOf(words);
								if (at >= 0) document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
							}
						}""",
				List.of(source, words));
		assertThat(page.locator("#chosen")).isVisible();
	}

	private static void press(Page page, String... keys) {
		for (String key : keys) {
			page.keyboard().press(key);
		}
	}

	private static boolean isOnTurn(Page page) {
		return (boolean) page.evaluate("document.activeElement.matches('.source')");
	}

	private static Locator theme(Page page, String name) {
		return page.locator(".palette-theme", new Page.LocatorOptions().setHasText(name));
	}

	private static Locator marks(Page page) {
		return page.locator("mark.seg");
	}

	private static Locator stripes(Page page) {
		return page.locator(".stripe");
	}

}
