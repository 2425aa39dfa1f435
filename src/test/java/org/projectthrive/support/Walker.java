package org.projectthrive.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at a browser: signs in, walks from page to page, and fails the test on any
 * console error (a violated content security policy is one), page error or accessibility
 * violation.
 */
public final class Walker implements AutoCloseable {

	private final List<String> errors = new ArrayList<>();

	private final BrowserContext context;

	private final Page page;

	private final String base;

	private Walker(String base, Browser.NewContextOptions options) {
		this.base = base;
		this.context = Browsers.chromiumBrowser()
			.newContext(options.setBaseURL(base).setReducedMotion(ReducedMotion.REDUCE));
		this.page = this.context.newPage();
		this.page.setDefaultTimeout(15_000);
		this.page.onPageError(this.errors::add);
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.errors.add(this.page.url() + ": " + message.text());
			}
		});
	}

	public static Walker atDesktop(int port) {
		return new Walker("http://localhost:" + port, new Browser.NewContextOptions().setViewportSize(1280, 900));
	}

	public static Walker atPhone(int port) {
		return new Walker("http://localhost:" + port, new Browser.NewContextOptions().setViewportSize(390, 844));
	}

	/** Signs in with the demo's password: {@code signIn("lead")} or a whole address. */
	public Walker signIn(String account) {
		return signIn(account.contains("@") ? account : account + "@thrive.example", "thrive-demo");
	}

	public Walker signIn(String email, String password) {
		this.page.navigate("/login");
		this.page.locator("#username").fill(email);
		this.page.locator("#password").fill(password);
		this.page.locator("form[action$='/login'] button").first().click();
		this.page.waitForURL((url) -> !url.contains("/login"));
		return this;
	}

	public Walker open(String path) {
		this.page.navigate(path);
		return this;
	}

	public Page page() {
		return this.page;
	}

	/** Goes to a step of the study by the bar on top, and on to one of its pages. */
	public Walker go(String step, String... pages) {
		this.page.locator(".study-steps a.study-step", new Page.LocatorOptions().setHasText(step)).click();
		for (String one : pages) {
			this.page.locator(".study-steps .study-pages")
				.getByText(one, new Locator.GetByTextOptions().setExact(true))
				.click();
		}
		return this;
	}

	/** Presses the button of just this name. */
	public Walker press(String name) {
		main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).first().click();
		return this;
	}

	/** Follows the first link of just this name. */
	public Walker follow(String name) {
		main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)).first().click();
		return this;
	}

	/** Types into the field of this id. */
	public Walker fill(String id, String words) {
		this.page.locator("#" + id).fill(words);
		return this;
	}

	/** Chooses what reads so in the list of this id. */
	public Walker choose(String id, String label) {
		this.page.locator("#" + id).selectOption(label);
		return this;
	}

	/** Ticks the box, or picks the one of several, of just this label. */
	public Walker tick(String label) {
		main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
		return this;
	}

	/** Waits until the page says so. */
	public Walker reads(String words) {
		PlaywrightAssertions.assertThat(main()).containsText(words);
		return this;
	}

	/** The page without what is around it. */
	public Locator main() {
		return this.page.locator("main");
	}

	/** The whole page as a picture below {@code target/screenshots}. */
	public Walker screenshot(String name) {
		this.page.screenshot(
				new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true));
		return this;
	}

	/**
	 * No violation of WCAG 2.2 AA that axe can find, and nothing wider than the screen.
	 */
	public Walker accessible() {
		assertThat(Axe.violations(this.page)).as("accessibility of " + this.page.url()).isEmpty();
		assertThat(this.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
			.as("horizontal overflow of " + this.page.url())
			.isEqualTo(0);
		return this;
	}

	/** Forgets errors that the test has provoked. */
	public Walker forgiveErrors() {
		this.errors.clear();
		return this;
	}

	@Override
	public void close() {
		this.context.close();
		assertThat(this.errors).as("errors in the browser").isEmpty();
	}

}
