package org.projectthrive.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.fault.SaveLog.Save;
import org.projectthrive.session.notes.RunningSession;

/**
 * Writes notes and, like the live page, tries again until there is a receipt: a body with
 * id, version and place, and nothing else.
 */
final class NoteWriter {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final long PAUSE = Duration.ofMillis(50).toNanos();

	private final JsonMapper json = new JsonMapper();

	private final Collection<String> troubles = new ConcurrentLinkedQueue<>();

	private final Collection<String> wrong = new ConcurrentLinkedQueue<>();

	private final NoteBrowser browser;

	private final SaveLog log;

	private final RunningSession session;

	private final Duration timeout;

	NoteWriter(NoteBrowser browser, SaveLog log, RunningSession session, Duration timeout) {
		this.browser = browser;
		this.log = log;
		this.session = session;
		this.timeout = timeout;
	}

	/**
	 * Writes a note of about that length, and changes one of three; each text is another.
	 */
	boolean write(int length) {
		UUID id = UUID.randomUUID();
		boolean saved = save(id, 1, "first " + id + filler(length));
		return saved && (ThreadLocalRandom.current().nextInt(3) > 0 || save(id, 2, "second " + id + filler(length)));
	}

	/** What the application said when it could not save, each time. */
	Collection<String> troubles() {
		return this.troubles;
	}

	/** Answers that no live page would know what to do with. */
	Collection<String> wrong() {
		return this.wrong;
	}

	private boolean save(UUID id, int version, String text) {
		this.log.sent(Save.of(id, version, text));
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
			Optional<Integer> kept = put(id, version, text);
			if (kept.isPresent()) {
				this.log.acknowledged(Save.of(id, kept.get(), text));
				return true;
			}
			LockSupport.parkNanos(PAUSE);
		}
		return false;
	}

	private Optional<Integer> put(UUID id, int version, String text) {
		try {
			HttpResponse<String> answer = this.browser.put(this.session, id, text, version - 1, this.timeout);
			JsonNode body = this.json.readTree(answer.body());
			if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
				this.troubles.add(body.path("detail").asString(""));
				return Optional.empty();
			}
			if (answer.statusCode() / 100 != 2 || !id.toString().equals(body.path("id").asString(""))
					|| body.path("seq").asLong(0) == 0) {
				this.wrong.add(answer.statusCode() + " " + answer.body());
				return Optional.empty();
			}
			return Optional.of(body.get("version").asInt());
		}
		catch (JacksonException ex) {
			this.wrong.add(ex.toString());
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** Letters that do not compress, so that a full disk is soon full. */
	private static String filler(int length) {
		return ThreadLocalRandom.current()
			.ints(length, 'a', 'z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
