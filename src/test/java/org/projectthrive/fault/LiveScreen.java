package org.projectthrive.fault;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;

/** What somebody sees and does at the live page of a session. */
final class LiveScreen {

	private static final double A_GLANCE = 3_000;

	private final Page page;

	private final String email;

	private final AtomicInteger signIns;

	/**
	 * @param signIns counts how often somebody signs in
	 */
	LiveScreen(Page page, String email, AtomicInteger signIns) {
		this.page = page;
		this.email = email;
		this.signIns = signIns;
	}

	/** Opens the page, signing in on the way if asked to; says whether it is there. */
	boolean open(String address) {
		try {
			this.page.navigate(address);
			if (this.page.url().contains("/login")) {
				signIn(this.page.locator("form[action$='/login']"));
				this.page.waitForURL((url) -> !url.contains("/login"));
				this.signIns.incrementAndGet();
				this.page.navigate(address);
			}
			this.page.waitForSelector("#live[data-ready=true]");
			return true;
		}
		catch (PlaywrightException ex) {
			this.page.waitForTimeout(200); // fails if the browser is gone, too
			return false;
		}
	}

	/** Waits until the page can be opened again without a connection. */
	void awaitKept() {
		this.page.waitForSelector("#live[data-kept=true]");
	}

	/** Signs in if the page asks for it. */
	void signInIfAsked() {
		Locator corner = this.page.locator("#save-state button");
		Locator dialog = this.page.locator("#sign-in");
		if (!dialog.isVisible() && corner.isVisible()) {
			corner.click();
		}
		if (dialog.isVisible()) {
			signIn(dialog);
			answered(dialog);
		}
	}

	private void answered(Locator dialog) {
		try {
			dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN).setTimeout(A_GLANCE));
			this.signIns.incrementAndGet();
		}
		catch (PlaywrightException ex) {
			dialog.locator("[data-later]").click(); // later, then
		}
	}

	private void signIn(Locator form) {
		form.locator("#username").fill(this.email);
		form.locator("#password").fill(Facilitator.PASSWORD);
		form.locator("#password").press("Enter");
	}

	Locator box() {
		return this.page.locator("#text");
	}

	String inBox() {
		return box().inputValue();
	}

	String question() {
		return this.page.locator(".live-question h2").innerText();
	}

	/** Presses a key wherever the focus is. */
	void press(String key) {
		this.page.keyboard().press(key);
	}

	void type(String words) {
		this.page.keyboard().type(words);
	}

	void insert(String words) {
		this.page.keyboard().insertText(words);
	}

	void pause(long milliseconds) {
		this.page.waitForTimeout((double) milliseconds);
	}

	List<String> notes() {
		return this.page.locator("#notes li .live-note-text").allTextContents();
	}

	List<String> parked() {
		return this.page.locator("#parked li > span:first-child").allTextContents();
	}

	/** Whether the page says that all is saved and that nothing waits or is locked. */
	boolean saysSaved() {
		return "saved".equals(this.page.locator("#save-state").getAttribute("data-state"))
				&& !this.page.locator("#unsaved").isVisible() && !this.page.locator("#sign-in").isVisible();
	}

	/** What the page says about saving, for whoever wants to know why. */
	String state() {
		return this.page.locator("#save-state").innerText() + " / " + this.page.locator("#unsaved").innerText() + " / "
				+ this.page.locator("#conflict").innerText();
	}

}
