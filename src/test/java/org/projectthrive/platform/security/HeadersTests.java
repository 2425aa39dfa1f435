package org.projectthrive.platform.security;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of answer of the running server carries the headers, and errors tell
 * nothing.
 */
@ThriveTest
class HeadersTests {

	private static final Map<String, String> EVERYWHERE = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
					+ "media-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
					+ "frame-ancestors 'none'; object-src 'none'",
			"X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
			"Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
					+ "magnetometer=(), microphone=(), midi=(), payment=(), usb=()");

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@ParameterizedTest(name = "SEC25 SEC27 nobody gets {0}")
	@ValueSource(strings = { "/login", "/studies", "/nowhere", "/actuator", "/actuator/health", "/error",
			"/assets/thrive.svg", "/assets/css/thrive.css", "/assets/nothing.css", "/webjars/htmx.org/dist/htmx.min.js",
			"/join/unknown", "/favicon.ico", "//login", "/studies;a=b", "/studies/%2e%2e/accounts" })
	void headersForNobody(String path) {
		Visitor visitor = Visitor.at(this.port);

		assertHeaders(visitor.get(path));
	}

	@ParameterizedTest(name = "SEC25 SEC27 a member gets {0}")
	@ValueSource(strings = { "/studies", "/studies/new", "/studies/{study}", "/studies/{study}/team",
			"/studies/{study}/audit", "/studies/999999", "/studies/none", "/studies/{study}/nothing", "/accounts",
			"/nowhere", "/", "/studies/{study}/steps/NONE", "/error", "/actuator/env", "//studies",
			"/studies/{study};a=b" })
	void headersForAMember(String path) {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn("lead@thrive.example");

		HttpResponse<String> answer = visitor.get(path.replace("{study}", this.studies.demoId().toString()));

		assertHeaders(answer);
		assertThat(answer.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((value) -> assertThat(value).contains("no-store"));
	}

	@Test
	@DisplayName("SEC27 refused posts and scripts' answers carry the headers too")
	void headersOfRefusals() {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn("lead@thrive.example");
		String study = "/studies/" + this.studies.demoId();
		String token = Visitor.token(visitor.get(study + "/edit").body());

		HttpResponse<String> withoutToken = visitor.post(study, Map.of("name", "x"), "");
		HttpResponse<String> invalid = visitor.post(study, Map.of("name", ""), token);
		HttpResponse<String> byRule = visitor.post(study + "/steps/TEAM/override", Map.of("reason", "x"), token);
		HttpResponse<String> json = visitor.get("/studies/999999", "Accept", "application/json");
		HttpResponse<String> unknownPost = visitor.post("/nowhere", Map.of(), token);

		assertThat(withoutToken.statusCode()).isEqualTo(403);
		assertThat(withoutToken.body()).contains("open for too long");
		assertThat(invalid.statusCode()).isEqualTo(422);
		assertThat(byRule.statusCode()).isEqualTo(409);
		assertThat(json.statusCode()).isEqualTo(404);
		assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(unknownPost.statusCode()).isEqualTo(404);
		List.of(withoutToken, invalid, byRule, json, unknownPost).forEach(HeadersTests::assertHeaders);
	}

	@Test
	@DisplayName("SEC31 a redirect names no host, whatever the request claims and wherever it asks to go afterwards")
	void redirectsStayHere() {
		Visitor visitor = Visitor.at(this.port);

		assertThat(visitor.get("/studies", "X-Forwarded-Host", "elsewhere.test").headers().firstValue("Location"))
			.hasValue("/login");
		assertThat(visitor.get("/studies/1?next=//elsewhere.test", "X-Forwarded-Host", "elsewhere.test")
			.headers()
			.firstValue("Location")).hasValue("/login");
		assertThat(visitor.signIn("analyst@thrive.example").headers().firstValue("Location"))
			.hasValue("/studies/1?next=//elsewhere.test&continue");
	}

	@Test
	@DisplayName("SEC8 an address without a rule is nothing for a person and the sign-in page for nobody")
	void unknownAddresses() {
		Visitor nobody = Visitor.at(this.port);
		Visitor person = Visitor.at(this.port);
		person.signIn("analyst@thrive.example");

		assertThat(nobody.get("/nowhere").headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/login"));
		assertThat(person.get("/nowhere").statusCode()).isEqualTo(404);
		assertThat(person.get("/nowhere").body()).contains("There is nothing here");
		assertThat(person.get("/accounts").statusCode()).isEqualTo(403);
		assertThat(person.get("/accounts").body()).contains("another role");
	}

	@Test
	@DisplayName("SEC27 what a browser may keep is only what is for everybody")
	void onlyFilesAreCached() {
		Visitor nobody = Visitor.at(this.port);

		assertThat(nobody.get("/webjars/htmx.org/dist/htmx.min.js").headers().firstValue("Cache-Control")).get()
			.asString()
			.contains("max-age");
		assertThat(nobody.get("/login").headers().firstValue("Cache-Control")).get().asString().contains("no-store");
	}

	@Test
	@DisplayName("SEC27 a request that came by https is told to stay there")
	void httpsStays() {
		HttpResponse<String> answer = Visitor.at(this.port).get("/login", "X-Forwarded-Proto", "https");

		assertThat(answer.headers().firstValue("Strict-Transport-Security")).get()
			.asString()
			.contains("max-age=31536000", "includeSubDomains");
	}

	@ParameterizedTest(name = "SEC61 the server itself refuses {0}")
	@ValueSource(strings = { "/%00", "/studies%5c..%5caccounts", "/%c0%af" })
	void serverTellsNothing(String path) {
		HttpResponse<String> answer = Visitor.at(this.port).get(path);

		assertThat(answer.statusCode()).isBetween(300, 499);
		assertTellsNothing(answer);
	}

	@Test
	@DisplayName("SEC61 a form with a NUL, or with blanks that the database takes for nothing, is refused, not an error")
	void formsThatTheDatabaseRefuses() {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn("lead@thrive.example");
		String token = Visitor.token(visitor.get("/studies/new").body());

		HttpResponse<String> nul = visitor.post("/studies", Map.of("name", "a\0b"), token);
		HttpResponse<String> blank = visitor.post("/studies", Map.of("name", "\u2003"), token);

		assertThat(nul.statusCode()).isEqualTo(400);
		assertThat(blank.statusCode()).isEqualTo(422);
		List.of(nul, blank).forEach(HeadersTests::assertHeaders);
	}

	private static void assertHeaders(HttpResponse<?> answer) {
		assertThat(answer.statusCode()).as("status").isLessThan(500);
		EVERYWHERE.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(name + " of " + answer)
			.containsExactly(value));
		assertTellsNothing(answer);
	}

	private static void assertTellsNothing(HttpResponse<?> answer) {
		assertThat(answer.headers().firstValue("Server")).isEqualTo(Optional.empty());
		assertThat(answer.headers().firstValue("X-Powered-By")).isEqualTo(Optional.empty());
		assertThat(String.valueOf(answer.body()).replaceAll("[\\w-]{60,}", "token")) // of
																						// random
																						// letters
			.doesNotContain("Exception", "Tomcat", "org.springframework", "SQL");
	}

}
