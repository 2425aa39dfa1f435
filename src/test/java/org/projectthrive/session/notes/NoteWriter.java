package org.projectthrive.session.notes;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.session.notes.SaveLedger.Save;

/**
 * A signed-in facilitator's browser: saves notes over HTTP and tries again until there is
 * a receipt.
 */
final class NoteWriter {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final long PAUSE = Duration.ofMillis(50).toNanos();

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(2))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final JsonMapper json = new JsonMapper();

	private final ChildApplication application;

	private final SaveLedger ledger;

	private final RunningSession session;

	private final String token;

	NoteWriter(ChildApplication application, SaveLedger ledger, RunningSession session)
			throws IOException, InterruptedException {
		this.application = application;
		this.ledger = ledger;
		this.session = session;
		signIn();
		this.token = page(session.path("/live")).select("meta[name=csrf-token]").attr("content");
	}

	/** Writes a note, and changes it once when told so; each text is another. */
	void write(boolean change) {
		UUID id = UUID.randomUUID();
		if (save(new Save(id, 1, "first " + id)) && change) {
			save(new Save(id, 2, "second " + id));
		}
	}

	private boolean save(Save save) {
		this.ledger.sent(save);
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
			Optional<Integer> version = put(save);
			if (version.isPresent()) {
				this.ledger.acknowledged(new Save(save.id(), version.get(), save.text()));
				return true;
			}
			LockSupport.parkNanos(PAUSE);
		}
		return false;
	}

	/** The version of the receipt; only a body with id, version and seq is one. */
	private Optional<Integer> put(Save save) {
		String body = this.json.writeValueAsString(Map.of("questionId", this.session.firstQuestion(), "kind", "QUOTE",
				"speaker", "P01", "text", save.text(), "baseVersion", save.version() - 1));
		HttpRequest request = HttpRequest.newBuilder(this.application.uri(this.session.path("/notes/" + save.id())))
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/json")
			.header("X-CSRF-TOKEN", this.token)
			.PUT(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			JsonNode receipt = this.json.readTree(answer.body());
			boolean kept = answer.statusCode() / 100 == 2
					&& save.id().toString().equals(receipt.path("id").asString(""))
					&& receipt.path("seq").asLong(0) > 0;
			return kept ? Optional.of(receipt.get("version").asInt()) : Optional.empty();
		}
		catch (IOException | JacksonException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private void signIn() throws IOException, InterruptedException {
		Map<String, String> form = Map.of("_csrf", page("/login").select("input[name=_csrf]").attr("value"), "username",
				"facilitator@thrive.example", "password", "thrive-demo");
		URI login = this.application.uri("/login");
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(login)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (!answer.headers().firstValue("Location").orElse("").endsWith("/studies")) {
			throw new IllegalStateException("Sign-in was refused: " + answer.statusCode());
		}
	}

	private Document page(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.application.uri(path)).header("Accept", "text/html").build();
		return Jsoup.parse(this.http.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
