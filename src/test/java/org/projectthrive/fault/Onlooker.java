package org.projectthrive.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody who opens one page after the other while all the rest happens. */
final class Onlooker implements AutoCloseable {

	private static final long PAUSE = Duration.ofMillis(50).toNanos();

	private final List<Sight> sights = new CopyOnWriteArrayList<>();

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	private final NoteBrowser browser;

	Onlooker(NoteBrowser browser, String path) {
		this.browser = browser;
		this.thread.execute(() -> look(path));
	}

	/** Waits until a page that was asked for after now has been answered so. */
	Sight awaitStatus(int status) {
		long now = System.nanoTime();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.sights.stream().anyMatch((sight) -> sight.asked() > now && sight.status() == status));
		return this.sights.stream()
			.filter((sight) -> sight.asked() > now && sight.status() == status)
			.findFirst()
			.orElseThrow();
	}

	/** Waits until a page has been answered so since then. */
	void awaitStatusSince(long then, int status) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.sights.stream().anyMatch((sight) -> sight.answered() > then && sight.status() == status));
	}

	/** The page that took longest of those asked for since then. */
	Duration slowestSince(long then) {
		return this.sights.stream()
			.filter((sight) -> sight.asked() > then)
			.map(Sight::took)
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
	}

	/** Whoever retries sees pages, or is told in plain words when to retry. */
	void assertNothingButPagesAndWords() {
		assertThat(this.sights).isNotEmpty().allSatisfy((sight) -> {
			assertThat(sight.status()).isIn(200, 503);
			assertThat(sight.status() == 200 || sight.inWords()).as("503 in words").isTrue();
		});
	}

	int count(int status) {
		return (int) this.sights.stream().filter((sight) -> sight.status() == status).count();
	}

	private void look(String path) {
		while (!Thread.currentThread().isInterrupted()) {
			long asked = System.nanoTime();
			try {
				HttpResponse<String> answer = this.browser.page(path);
				this.sights.add(new Sight(asked, Duration.ofNanos(System.nanoTime() - asked), answer.statusCode(),
						isInWords(answer)));
				LockSupport.parkNanos(PAUSE);
			}
			catch (IOException ex) {
				this.sights.add(new Sight(asked, Duration.ofNanos(System.nanoTime() - asked), 0, false));
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private static boolean isInWords(HttpResponse<String> answer) {
		return answer.headers().firstValue("Retry-After").isPresent() && answer.body().contains("<h1>The database ")
				&& answer.headers().firstValue("Content-Security-Policy").isPresent();
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	/** How a page was answered; a status of 0 is no answer at all. */
	record Sight(long asked, Duration took, int status, boolean inWords) {

		private long answered() {
			return this.asked + this.took.toNanos();
		}

	}

}
