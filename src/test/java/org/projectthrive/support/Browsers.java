package org.projectthrive.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The installed Chromium, driven by Playwright: nothing is downloaded. */
public final class Browsers {

	private static final List<String> ARGUMENTS = List.of("--disable-dev-shm-usage", "--force-prefers-reduced-motion");

	private Browsers() {
	}

	public static boolean available() {
		return chromium().isPresent() && (onPath("node").isPresent() || isDriverBundled());
	}

	/** The one browser of a test run; each test opens its own context in it. */
	public static Browser chromiumBrowser() {
		return Holder.BROWSER;
	}

	/** A browser of its own with a profile on the disk, which a test may kill. */
	public static BrowserContext chromiumWith(Path profile) {
		return Holder.BROWSER.browserType().launchPersistentContext(profile, withProfile());
	}

	/** The same, to be driven by the thread that made its driver. */
	public static BrowserContext chromiumWith(Playwright driver, Path profile) {
		return driver.chromium().launchPersistentContext(profile, withProfile());
	}

	/** A driver for a thread of its own. */
	public static Playwright driver() {
		Map<String, String> environment = new HashMap<>(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
		if (!isDriverBundled()) {
			environment.put("PLAYWRIGHT_NODEJS_PATH", onPath("node").orElseThrow().toString());
		}
		return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
	}

	private static BrowserType.LaunchPersistentContextOptions withProfile() {
		return new BrowserType.LaunchPersistentContextOptions().setExecutablePath(chromium().orElseThrow())
			.setChromiumSandbox(false)
			.setArgs(ARGUMENTS);
	}

	private static Optional<Path> chromium() {
		return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
			.map(Browsers::onPath)
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static boolean isDriverBundled() {
		return Browsers.class.getResource("/driver/linux/node") != null;
	}

	private static Optional<Path> onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Browser start() {
		Playwright playwright = driver();
		Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium().orElseThrow())
				.setChromiumSandbox(false) // impossible as root and in most containers
				.setArgs(ARGUMENTS));
	}

	private static final class Holder {

		static final Browser BROWSER = start();

	}

}
