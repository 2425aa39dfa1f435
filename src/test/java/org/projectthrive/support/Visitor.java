package org.projectthrive.support;

import java.io.IOException;
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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who talks plain HTTP to the running application: keeps cookies, follows no
 * redirect.
 */
public final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String base;

	private Visitor(String base) {
		this.base = base;
	}

	public static Visitor at(int port) {
		return new Visitor("http://localhost:" + port);
	}

	/** Signs in with the demo's password and returns the answer. */
	public HttpResponse<String> signIn(String email) {
		return signIn(email, "thrive-demo");
	}

	public HttpResponse<String> signIn(String email, String password) {
		return post("/login", "/login", Map.of("username", email, "password", password));
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path)), headers);
	}

	/** Posts a form with the token of the given page. */
	public HttpResponse<String> post(String page, String path, Map<String, String> form) {
		return post(path, form, token(get(page).body()));
	}

	public HttpResponse<String> post(String path, Map<String, String> form, String token, String... headers) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&", ""));
		return send(HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)), headers);
	}

	/** The token in a page; none is empty. */
	public static String token(String page) {
		Matcher found = TOKEN.matcher(page);
		return found.find() ? found.group(1) : "";
	}

	/** The value of the session's cookie; none is empty. */
	public String session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("THRIVE"))
			.map((cookie) -> cookie.getValue())
			.findFirst()
			.orElse("");
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		request.header("Accept", "text/html");
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
