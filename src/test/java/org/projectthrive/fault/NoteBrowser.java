package org.projectthrive.fault;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.session.notes.RunningSession;

/** A facilitator's browser: signs in once, then saves notes and opens pages. */
final class NoteBrowser {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(2))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final JsonMapper json = new JsonMapper();

	private final String host;

	private final String token;

	private NoteBrowser(int port, String email) throws IOException, InterruptedException {
		this.host = "http://localhost:" + port;
		Map<String, String> form = Map.of("_csrf", token("/login"), "username", email, "password",
				Facilitator.PASSWORD);
		HttpResponse<String> answer = post("/login", form);
		if (!answer.headers().firstValue("Location").orElse("").endsWith("/studies")) {
			throw new IllegalStateException("Sign-in was refused: " + answer.statusCode());
		}
		this.token = token("/studies/new");
	}

	static NoteBrowser signedIn(int port, Facilitator facilitator) throws IOException, InterruptedException {
		return new NoteBrowser(port, facilitator.email());
	}

	/** The same browser, whose way to the application is another. */
	private NoteBrowser(NoteBrowser other, int port) {
		this.host = "http://localhost:" + port;
		this.token = other.token;
		other.cookies.getCookieStore()
			.getCookies()
			.forEach((cookie) -> this.cookies.getCookieStore().add(URI.create(this.host), cookie));
	}

	NoteBrowser through(int port) {
		return new NoteBrowser(this, port);
	}

	/** Sends a note as the live page does. */
	HttpResponse<String> put(RunningSession session, UUID id, String text, int base, Duration timeout,
			String... headers) throws IOException, InterruptedException {
		String body = this.json.writeValueAsString(Map.of("questionId", session.firstQuestion(), "kind", "QUOTE",
				"speaker", "P01", "text", text, "baseVersion", base));
		HttpRequest.Builder request = request(session.path("/notes/" + id)).timeout(timeout)
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("X-CSRF-TOKEN", this.token)
			.PUT(HttpRequest.BodyPublishers.ofString(body));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	/** Sends a note as a browser without scripts does. */
	HttpResponse<String> postNote(RunningSession session, UUID id, String text)
			throws IOException, InterruptedException {
		return post(session.path("/notes"), new HashMap<>(Map.of("_csrf", this.token, "id", id.toString(), "questionId",
				session.firstQuestion().toString(), "kind", "QUOTE", "text", text, "baseVersion", "0")));
	}

	HttpResponse<String> page(String path) throws IOException, InterruptedException {
		return this.http.send(request(path).header("Accept", "text/html").timeout(Duration.ofSeconds(60)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return this.http.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private String token(String path) throws IOException, InterruptedException {
		return Jsoup.parse(page(path).body()).select("meta[name=csrf-token]").attr("content");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.host + path));
	}

}
