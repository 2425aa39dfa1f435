package org.projectthrive.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import org.jspecify.annotations.Nullable;

import org.projectthrive.support.Browsers;

/**
 * A writer's computer: a browser with its profile, on a line of its own. Only the thread
 * that opened it drives it, but anybody may close its lid and pull its plug.
 */
final class Laptop implements AutoCloseable {

	private final Path profile;

	private final Wire wire;

	private volatile long openedAt;

	private volatile long killedAt;

	private volatile boolean flightMode;

	private boolean offline;

	private @Nullable Playwright driver;

	private @Nullable BrowserContext context;

	Laptop(Path profile, int port) throws IOException {
		this.profile = profile;
		this.wire = new Wire(port);
	}

	Wire wire() {
		return this.wire;
	}

	String address(String path) {
		return "http://localhost:" + this.wire.port() + path;
	}

	/** Starts the browser with what its profile holds. */
	Page open() {
		this.openedAt = System.nanoTime();
		this.offline = false;
		if (this.driver == null) {
			this.driver = Browsers.driver();
		}
		this.context = Browsers.chromiumWith(this.driver, this.profile);
		Page page = this.context.pages().get(0);
		page.setDefaultTimeout(10_000);
		return page;
	}

	/** Kills the browser as it is; says whether there was one. */
	boolean kill() {
		List<ProcessHandle> browser = ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains("--user-data-dir=" + this.profile))
			.toList();
		this.killedAt = System.nanoTime();
		browser.forEach(ProcessHandle::destroyForcibly);
		browser.forEach((process) -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
		return !browser.isEmpty();
	}

	boolean wasKilled() {
		return this.killedAt > this.openedAt;
	}

	long killedAt() {
		return this.killedAt;
	}

	/** The browser is to know that there is no network. */
	void setFlightMode(boolean on) {
		this.flightMode = on;
	}

	/** Only the thread that drives the browser can tell it. */
	void applyFlightMode() {
		if (this.context != null && this.offline != this.flightMode) {
			this.offline = this.flightMode;
			this.context.setOffline(this.offline);
		}
	}

	/** Forgets the browser that was killed. */
	void forget() {
		try {
			if (this.context != null) {
				this.context.close();
			}
		}
		catch (PlaywrightException ex) {
			// it is closed already
		}
	}

	@Override
	public void close() throws IOException {
		kill();
		this.wire.close();
		if (this.driver != null) {
			try {
				this.driver.close();
			}
			catch (PlaywrightException ex) {
				// its browser is gone
			}
		}
	}

}
