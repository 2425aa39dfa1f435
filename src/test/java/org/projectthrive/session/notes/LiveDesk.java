package org.projectthrive.session.notes;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody at the live page of a session. */
final class LiveDesk implements AutoCloseable {

	/** Everything that the browser keeps for a site, as one text. */
	static final String EVERYTHING_KEPT = """
			async () => {
				const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
				const text = (value) => {
					if (value instanceof ArrayBuffer) value = new Uint8Array(value);
					if (ArrayBuffer.isView(value)) return [new TextDecoder().decode(value), new TextDecoder("utf-16").decode(value)].join();
					return value && typeof value === "object" ? Object.entries(value).map(([key, one]) => key + text(one)).join() : String(value);
				};
				for (const { name } of await indexedDB.databases()) {
					const database = await new Promise((resolve) => { indexedDB.open(name).onsuccess = (event) => resolve(event.target.result); });
					for (const store of database.objectStoreNames) {
						const records = await new Promise((resolve) => { database.transaction(store).objectStore(store).getAll().onsuccess = (event) => resolve(event.target.result); });
						found.push(name, store, text(records));
					}
					database.close();
				}
				for (const name of await caches.keys()) {
					const cache = await caches.open(name);
					for (const request of await cache.keys()) found.push(name, request.url, await (await cache.match(request)).text());
				}
				return found.join("\\n");
			}""";

	/**
	 * The time from the network's return until all is saved, without that of the server.
	 */
	static final String MEASURE = """
			() => {
				performance.setResourceTimingBufferSize(2000);
				performance.clearResourceTimings();
				const corner = document.getElementById("save-state");
				addEventListener("online", () => {
					const began = performance.now();
					new MutationObserver((changes, observer) => {
						if (corner.dataset.state !== "saved") return;
						observer.disconnect();
						const sends = performance.getEntriesByType("resource").filter((one) => /\\/notes(\\/|$)/.test(one.name));
						const server = sends.reduce((sum, one) => sum + one.duration, 0);
						document.body.dataset.drained = Math.round(performance.now() - began - server);
						document.body.dataset.sends = sends.length;
					}).observe(corner, { attributes: true });
				});
			}""";

	private final Walker walker;

	private LiveDesk(Walker walker) {
		this.walker = walker;
	}

	static LiveDesk open(Walker walker, String account, RunningSession session) {
		walker.signIn(account).open(session.path("/live"));
		return new LiveDesk(walker).ready();
	}

	/** Waits until the scripts have the page. */
	LiveDesk ready() {
		assertThat(page().locator("#live")).hasAttribute("data-ready", "true");
		return this;
	}

	/** Waits until the page can be opened without a connection. */
	LiveDesk readyForOffline() {
		assertThat(page().locator("#live")).hasAttribute("data-kept", "true");
		return this;
	}

	LiveDesk write(String words) {
		page().keyboard().insertText(words);
		page().keyboard().press("Enter");
		return this;
	}

	LiveDesk saved() {
		return state("saved", 15);
	}

	/** What the corner says. */
	LiveDesk state(String state, int seconds) {
		assertThat(page().locator("#save-state")).hasAttribute("data-state", state,
				new LocatorAssertions.HasAttributeOptions().setTimeout(seconds * 1000.0));
		return this;
	}

	Locator notes() {
		return page().locator("#notes li");
	}

	Locator box() {
		return page().locator("#text");
	}

	Locator question() {
		return page().locator(".live-question h2");
	}

	Page page() {
		return this.walker.page();
	}

	Walker walker() {
		return this.walker;
	}

	String everythingKept() {
		return (String) page().evaluate(EVERYTHING_KEPT);
	}

	/** What the screen shows, nothing below it. */
	LiveDesk screenshot(String name) {
		page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
		return this;
	}

	@Override
	public void close() {
		this.walker.close();
	}

}
