package org.projectthrive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.Browsers;
import org.projectthrive.support.Links;
import org.projectthrive.support.ThriveTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through the demo as everybody and reports all that is wrong in one list: violations of WCAG 2.2 AA that axe finds
 * (at a desktop, light and dark), console errors (a violated content security policy is one), and pages wider than a
 * phone. What one role's pages have shown is not looked at again with the next.
 */
@ThriveTest
@BrowserTests
class AccessibilityCrawlTests {

	private static final int MOST_PAGES = 60;

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

	private final Set<String> found = new TreeSet<>();

	private final Set<String> checked = new TreeSet<>();

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("SEC26 all pages of all roles are accessible, fit on a phone, and make no error in the browser")
	void allPagesAreAccessible() {
		for (String account : List.of("", "lead", "facilitator", "analyst", "leader", "admin")) {
			crawl(account);
		}

		assertThat(this.checked).hasSizeGreaterThan(5);
		assertThat(this.found).isEmpty();
	}

	private void crawl(String account) {
		try (BrowserContext context = Browsers.chromiumBrowser()
			.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port)
				.setViewportSize(1280, 900))) {
			Page page = context.newPage();
			page.setDefaultTimeout(15_000);
			page.onPageError((error) -> report(account, page, error));
			page.onConsoleMessage((message) -> {
				if (message.type().equals("error")) {
					report(account, page, message.text());
				}
			});
			if (!account.isEmpty()) {
				signIn(page, account);
			}
			new Links(MOST_PAGES, 1).walk(account.isEmpty() ? "/login" : "/studies", (path) -> visit(account, page, path));
		}
	}

	private String visit(String account, Page page, String path) {
		Response response = open(page, path);
		if (response == null || !String.valueOf(response.headerValue("content-type")).startsWith("text/html")) {
			return "";
		}
		String html = page.content();
		if (this.checked.add(Links.kind(path) + " " + look(html))) {
			check(account, page);
		}
		return html;
	}

	/** A download begins instead of a page: there is nothing to look at. */
	private static Response open(Page page, String path) {
		try {
			return page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
		}
		catch (PlaywrightException ex) {
			if (String.valueOf(ex.getMessage()).contains("Download is starting")) {
				return null;
			}
			throw ex;
		}
	}

	/** The same page differs by role in the forms and links that it offers. */
	private static int look(String html) {
		return html.replaceAll("(?s)<header.*?</header>", "")
			.replaceAll("(content|value)=\"[^\"]{60,}\"", "")
			.replaceAll("[0-9a-f-]{36}|\\d+", "")
			.hashCode();
	}

	private void check(String account, Page page) {
		axe(account, page, ColorScheme.LIGHT);
		axe(account, page, ColorScheme.DARK);
		page.setViewportSize(390, 844);
		Object wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
		if (!wider.equals(0)) {
			report(account, page, "is " + wider + " px wider than a phone");
		}
		page.setViewportSize(1280, 900);
	}

	private void axe(String account, Page page, ColorScheme scheme) {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		List<Rule> violations = (scheme == ColorScheme.LIGHT) ? new AxeBuilder(page).withTags(TAGS).analyze().getViolations()
				: new AxeBuilder(page).withRules(List.of("color-contrast")).analyze().getViolations();
		List<String> said = new ArrayList<>();
		violations.forEach((rule) -> said.add(scheme + " " + rule.getId() + ": " + rule.getNodes().get(0).getHtml()));
		said.forEach((one) -> report(account, page, one));
	}

	private void report(String account, Page page, String what) {
		this.found.add(page.url().replaceFirst("http://[^/]+", "") + " as " + (account.isEmpty() ? "nobody" : account) + ": "
				+ what);
	}

	private static void signIn(Page page, String account) {
		page.navigate("/login");
		page.locator("#username").fill(account + "@thrive.example");
		page.locator("#password").fill("thrive-demo");
		page.locator("form[action$='/login'] button").first().click();
		page.waitForURL((url) -> !url.contains("/login"));
	}

}
