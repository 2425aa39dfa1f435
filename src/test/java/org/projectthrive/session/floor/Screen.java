package org.projectthrive.session.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.support.TestPerson;
import org.projectthrive.support.Visitor;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A facilitator's screen: signed in over plain HTTP, with a stream of signals. */
class Screen {

	static final String END = "end";

	private static final JsonMapper JSON = new JsonMapper();

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String base;

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	private String token = "";

	Screen(int port) {
		this.base = "http://localhost:" + port;
	}

	/** Signs a person of a test in, who gets the hash of the demo's password for that. */
	static Screen of(int port, TestPerson person, JdbcClient jdbc) {
		jdbc.sql("""
				update person set password_hash = (select password_hash from person where email = 'lead@thrive.example')
				where id = ?""").param(person.id()).update();
		String email = jdbc.sql("select email from person where id = ?")
			.param(person.id())
			.query(String.class)
			.single();
		Screen screen = new Screen(port);
		screen.signIn(email);
		return screen;
	}

	private void signIn(String email) {
		this.token = Visitor.token(page("/login"));
		form("/login", "username=" + email + "&password=thrive-demo");
		this.token = Visitor.token(page("/studies"));
	}

	HttpResponse<String> signOut() {
		return form("/logout", "");
	}

	HttpResponse<String> post(String path) {
		return form(path, "");
	}

	HttpResponse<String> post(String path, String fields) {
		return form(path, fields);
	}

	HttpResponse<String> put(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("X-CSRF-TOKEN", this.token)
			.PUT(BodyPublishers.ofString(json)));
	}

	HttpResponse<String> get(String path, String accept) {
		return send(request(path).header("Accept", accept));
	}

	JsonNode json(String path) {
		return JSON.readTree(get(path, "application/json").body());
	}

	/**
	 * Opens the stream of a study; its events are heard as {@code name data}, its end as
	 * {@link #END}.
	 */
	HttpResponse<Stream<String>> listen(Long studyId) {
		try {
			HttpResponse<Stream<String>> stream = this.client.send(
					request("/studies/" + studyId + "/signals").header("Accept", "text/event-stream").build(),
					BodyHandlers.ofLines());
			Thread reader = new Thread(() -> read(stream.body()), "screen");
			reader.setDaemon(true);
			reader.start();
			return stream;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The next event, or nothing within the time. */
	@Nullable String hear(Duration within) {
		try {
			return this.heard.poll(within.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	List<String> heard() {
		return List.copyOf(this.heard);
	}

	private void read(Stream<String> lines) {
		String[] name = { "" };
		try {
			lines.forEach((line) -> {
				if (line.startsWith("event:")) {
					name[0] = line.substring(6);
				}
				else if (line.startsWith("data:")) {
					this.heard.add(name[0] + " " + line.substring(5));
				}
			});
		}
		catch (UncheckedIOException ex) {
			this.heard.add("cut");
		}
		this.heard.add(END);
	}

	private String page(String path) {
		return get(path, "text/html").body();
	}

	private HttpResponse<String> form(String path, String fields) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.POST(BodyPublishers.ofString(fields + "&_csrf=" + URLEncoder.encode(this.token, StandardCharsets.UTF_8))));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.base + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String note(Long question, String text) {
		return "{\"questionId\": %d, \"kind\": \"QUOTE\", \"text\": \"%s\", \"baseVersion\": 0}".formatted(question,
				text);
	}

	static String newNote() {
		return "/notes/" + UUID.randomUUID();
	}

}
