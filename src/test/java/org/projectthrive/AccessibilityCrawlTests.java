package org.projectthrive;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.Axe;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.Browsers;
import org.projectthrive.support.Links;
import org.projectthrive.support.ThriveTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through the demo as everybody and reports all that is wrong in one list:
 * violations of WCAG 2.2 AA that axe finds (at a desktop, light and dark), console errors
 * (a violated content security policy is one), and pages wider than a phone. What one
 * role's pages have shown is not looked at again with the next.
 */
@ThriveTest
@BrowserTests
class AccessibilityCrawlTests {

	private static final int MOST_PAGES = 60;

	private static final String WIDE = """
			[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
				.map((one) => one.cloneNode(false).outerHTML).slice(0, 3).join(' ')""";

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
				.setColorScheme(ColorScheme.LIGHT)
				.setReducedMotion(ReducedMotion.REDUCE)
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
			new Links(MOST_PAGES, 1).walk(account.isEmpty() ? "/login" : "/studies",
					(path) -> visit(account, page, path));
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
		Axe.violations(page).forEach((one) -> report(account, page, "light " + one));
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		page.locator("html[data-bs-theme=dark]")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		page.evaluate("document.getAnimations().forEach((fading) => fading.finish())");
		Axe.faint(page).forEach((one) -> report(account, page, "dark " + one));
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		page.setViewportSize(390, 844);
		Object wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
		if (!wider.equals(0)) {
			report(account, page, "is " + wider + " px wider than a phone: " + page.evaluate(WIDE));
		}
		page.setViewportSize(1280, 900);
	}

	private void report(String account, Page page, String what) {
		this.found.add(page.url().replaceFirst("http://[^/]+", "") + " as " + (account.isEmpty() ? "nobody" : account)
				+ ": " + what);
	}

	private static void signIn(Page page, String account) {
		page.navigate("/login");
		page.locator("#username").fill(account + "@thrive.example");
		page.locator("#password").fill("thrive-demo");
		page.locator("form[action$='/login'] button").first().click();
		page.waitForURL((url) -> !url.contains("/login"));
	}

}
