package org.projectthrive.account;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ThriveTest
class SignInTests {

	private static final String PASSWORD = "three quiet words";

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private PersonRepository people;

	@Autowired
	private SignInThrottle throttle;

	@Autowired
	private DataSource dataSource;

	@Test
	@DisplayName("A4 the sign-in page lists every account of the demo, of the leaders the first one")
	void demoAccountsAreListed() {
		List<String> accounts = this.jdbc.sql("""
				select p.email from person p
				where p.email = 'admin@thrive.example'
				or p.id in (select m.person_id from member m where m.study_id = ? and p.email !~ '^leader[0-9]')""")
			.param(this.studies.demoId())
			.query(String.class)
			.list();

		assertThat(accounts).hasSizeGreaterThan(6);
		assertThat(Visitor.at(this.port).get("/login").body()).contains(accounts);
	}

	@Test
	@DisplayName("A1 SEC20 SEC21 signing in changes the session and hides its cookie from scripts and other sites")
	void signInOverHttp() {
		Visitor visitor = Visitor.at(this.port);
		visitor.get("/login");
		String before = visitor.session();

		HttpResponse<String> answer = visitor.signIn(joined(), PASSWORD);

		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/studies");
		assertThat(answer.headers().firstValue("Set-Cookie")).get()
			.asString()
			.startsWith("THRIVE=")
			.contains("HttpOnly", "SameSite=Lax", "Path=/")
			.doesNotContain("Domain=");
		assertThat(visitor.session()).isNotEqualTo(before);
		assertThat(new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.UTF_8))
			.as("27 random bytes")
			.matches("[\\w-]{36}")
			.doesNotMatch("[0-9a-f]{8}-.*");
		assertThat(visitor.get("/studies").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("SEC21 behind https the cookie goes nowhere else")
	void cookieIsSecureBehindHttps() {
		HttpResponse<String> answer = Visitor.at(this.port).get("/login", "X-Forwarded-Proto", "https");

		assertThat(answer.headers().firstValue("Set-Cookie")).get().asString().contains("Secure");
	}

	@Test
	@DisplayName("SEC20 a session from the address or made up is not taken")
	void foreignSessionsAreIgnored() {
		Visitor visitor = Visitor.at(this.port);

		HttpResponse<String> answer = visitor.get("/studies", "Cookie", "THRIVE=bWFkZS11cA==");

		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(visitor.get("/login;jsessionid=1").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest(name = "A1 the address may be written as {0}")
	@ValueSource(strings = { "upper", " blank " })
	void addressIsRecognised(String how) {
		String email = joined();

		HttpResponse<String> answer = Visitor.at(this.port)
			.signIn(how.equals("upper") ? email.toUpperCase(Locale.ROOT) : " " + email + " ", PASSWORD);

		assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/studies");
	}

	@Test
	@DisplayName("SEC15 passwords are stored as argon2id with the parameters of OWASP")
	void passwordsAreHashed() {
		joined();

		assertThat(this.passwords.encode(PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
	}

	@Test
	@DisplayName("SEC15 a password of more than 200 characters is refused before it is hashed")
	void longPasswordsAreNotHashed() {
		AtomicInteger hashed = new AtomicInteger();
		PasswordSignIn signIn = new PasswordSignIn(this.people, new Counting(this.passwords, hashed), this.throttle);
		int before = hashed.get();

		assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(joined(), "x".repeat(201))));

		assertThat(hashed).hasValue(before);
	}

	@Test
	@DisplayName("SEC14 every refusal looks the same: unknown, wrong, disabled, not joined")
	void refusalsLookTheSame() {
		String disabled = joined();
		this.jdbc.sql("update person set disabled_at = now() where email = ?").param(disabled).update();
		String invited = joined();
		this.jdbc.sql("update person set password_hash = null where email = ?").param(invited).update();

		List<String> refusals = List.of("nobody." + UUID.randomUUID() + "@thrive.example", joined(), disabled, invited)
			.stream()
			.map((email) -> refusal(email))
			.toList();

		assertThat(refusals.get(0)).contains("do not match");
		assertThat(refusals).containsOnly(refusals.get(0));
	}

	@Test
	@DisplayName("SEC13 after five failures a minute the right password is refused too, in the same words")
	void failuresAreThrottled() {
		String email = joined();
		for (int i = 0; i < 5; i++) {
			Visitor.at(this.port).signIn(email, "wrong password " + i);
		}

		HttpResponse<String> answer = Visitor.at(this.port).signIn(email, PASSWORD);

		assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?error");
	}

	@Test
	@DisplayName("SEC13 twenty attempts at once, on two nodes, count as twenty")
	void parallelAttemptsCount() {
		String email = joined();
		SignInThrottle secondNode = new SignInThrottle(this.dataSource);
		AtomicInteger turn = new AtomicInteger();

		List<Boolean> allowed = Crowd.of(20,
				() -> (turn.getAndIncrement() % 2 == 0 ? this.throttle : secondNode).allows(email));

		assertThat(allowed).filteredOn((one) -> one).hasSize(5);
		assertThat(this.throttle.allows(email)).isFalse();
		assertThat(secondNode.allows(email)).isFalse();
	}

	@Test
	@DisplayName("SEC13 who signs in rightly is never throttled by it")
	void successIsNoFailure() {
		String email = joined();

		for (int i = 0; i < 7; i++) {
			assertThat(Visitor.at(this.port).signIn(email, PASSWORD).headers().firstValue("Location")).get()
				.asString()
				.endsWith("/studies");
		}
	}

	@Test
	@DisplayName("A1 SEC23 signing out ends the session on the server")
	void signOutEndsTheSession() {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn(joined(), PASSWORD);
		String cookie = "THRIVE=" + visitor.session();

		visitor.post("/studies", "/logout", Map.of());

		assertThat(Visitor.at(this.port).get("/studies", "Cookie", cookie).statusCode()).isEqualTo(302);
	}

	private String refusal(String email) {
		Visitor visitor = Visitor.at(this.port);
		HttpResponse<String> answer = visitor.signIn(email, "not the password");
		String location = answer.headers()
			.firstValue("Location")
			.map((to) -> to.substring(to.indexOf("/login")))
			.orElse("");
		return answer.statusCode() + location
				+ visitor.get(location).body().replaceAll("(content|value)=\"[^\"]{60,}\"", "");
	}

	/** Somebody with the password, and their address. */
	private String joined() {
		TestPerson person = this.studies.person("joined");
		this.jdbc.sql("update person set password_hash = ? where id = ?")
			.params(this.passwords.encode(PASSWORD), person.id())
			.update();
		return this.jdbc.sql("select email from person where id = ?").param(person.id()).query(String.class).single();
	}

	private record Counting(PasswordEncoder encoder, AtomicInteger hashed) implements PasswordEncoder {

		@Override
		public String encode(CharSequence password) {
			return Optional.ofNullable(this.encoder.encode(password)).orElseThrow();
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			this.hashed.incrementAndGet();
			return this.encoder.matches(password, hash);
		}

	}

}
