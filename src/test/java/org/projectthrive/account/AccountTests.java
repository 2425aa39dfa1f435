package org.projectthrive.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.projectthrive.account.OneTimeLinks.Purpose;
import org.projectthrive.study.Role;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
@ExtendWith(OutputCaptureExtension.class)
class AccountTests {

	private static final String PASSWORD = "three quiet words";

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private AccountService accounts;

	@Autowired
	private OneTimeLinks links;

	@Autowired
	private SetupLink setupLink;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("A1 a setup link makes exactly one administrator, however many post at once")
	void setupMakesOneAdministrator() {
		withoutAdministrators(() -> {
			String token = this.links.issue(Purpose.SETUP, null, Duration.ofDays(1));
			AtomicInteger turn = new AtomicInteger();

			List<Integer> answers = Crowd.of(10, () -> setUp(token, turn.incrementAndGet()));

			assertThat(answers).filteredOn((status) -> status == 302).hasSize(1);
			assertThat(answers).filteredOn((status) -> status == 404).hasSize(9);
			assertThat(administrators()).isEqualTo(1);
		});
	}

	@Test
	@DisplayName("A1 at a server with an administrator no setup link works")
	void setupIsForTheFirstOnly() {
		String token = this.links.issue(Purpose.SETUP, null, Duration.ofDays(1));

		assertThat(this.mvc.get().uri("/setup/" + token)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(setUp(token, 0)).isEqualTo(404);
	}

	@Test
	@DisplayName("A1 the first start prints the whole address of the setup link, later ones none")
	void setupLinkIsPrintedOnce(CapturedOutput output) {
		withoutAdministrators(() -> this.setupLink.run(new DefaultApplicationArguments()));
		this.setupLink.run(new DefaultApplicationArguments());

		assertThat(output.getOut().lines().filter((line) -> line.contains("/setup/"))).hasSize(1)
			.first()
			.asString()
			.contains("http://localhost:" + this.port + "/setup/");
	}

	@Test
	@DisplayName("T3 of twenty who use a join link at once one chooses the password")
	void joinLinkWorksOnce() {
		Person invited = this.accounts.invited("crowd." + UUID.randomUUID() + "@thrive.example", "Crowd");
		String token = this.accounts.joinToken(invited.id());

		List<Integer> answers = Crowd.of(20,
				() -> this.mvc.post()
					.uri("/join/" + token)
					.param("password", PASSWORD)
					.with(csrf())
					.exchange()
					.getResponse()
					.getStatus());

		assertThat(answers).filteredOn((status) -> status == 302).hasSize(1);
		assertThat(answers).filteredOn((status) -> status != 302).containsOnly(404);
	}

	@Test
	@DisplayName("A1 opening a link does not use it up, and it ends in time")
	void openingUsesNothing() {
		Person invited = this.accounts.invited("slow." + UUID.randomUUID() + "@thrive.example", "Slow");
		String token = this.accounts.joinToken(invited.id());

		assertThat(this.mvc.get().uri("/join/" + token)).hasStatusOk();
		assertThat(this.mvc.get().uri("/join/" + token)).hasStatusOk();
		this.jdbc.sql("update one_time_link set expires_at = now() - interval '1 second' where person_id = ?")
			.param(invited.id())
			.update();
		assertThat(this.mvc.get().uri("/join/" + token)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("T3 an address invited by many at once is one person, and one member of the team")
	void invitationsAtOnceMakeOnePerson() {
		TestStudy study = this.studies.fresh();
		String email = "popular." + UUID.randomUUID() + "@thrive.example";

		List<Integer> answers = Crowd.of(8,
				() -> this.mvc.post()
					.uri(study.path("/team"))
					.param("name", "Popular")
					.param("email", email)
					.param("roles", "LEADER")
					.with(csrf())
					.with(study.as(Role.LEAD))
					.exchange()
					.getResponse()
					.getStatus());

		assertThat(answers).filteredOn((status) -> status == 302).hasSize(1);
		assertThat(answers).filteredOn((status) -> status != 302).containsOnly(409);
		assertThat(this.jdbc.sql("select count(*) from person where email = ?").param(email).query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	@DisplayName("T3 an address invited to two studies at once is one person in both")
	void invitationsToTwoStudiesMakeOnePerson() {
		String email = "wanted." + UUID.randomUUID() + "@thrive.example";

		List<Long> people = Crowd.of(8, () -> this.accounts.invited(email, "Wanted").id());

		assertThat(people).containsOnly(people.get(0));
	}

	@Test
	@DisplayName("A1 SEC23 a disabled account is out at its next request and cannot sign in until enabled")
	void disabledAccountIsOut() {
		TestPerson person = this.studies.person("disabled");
		this.jdbc.sql("update person set password_hash = ? where id = ?")
			.params(this.passwords.encode(PASSWORD), person.id())
			.update();
		String email = this.accounts.get(person.id()).email();
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn(email, PASSWORD);
		assertThat(visitor.get("/studies").statusCode()).isEqualTo(200);

		assertThat(change(person, "disabling")).isEqualTo(302);

		assertThat(visitor.get("/studies").statusCode()).isEqualTo(302);
		assertThat(visitor.signIn(email, PASSWORD).headers().firstValue("Location")).get().asString().contains("error");
		assertThat(change(person, "enabling")).isEqualTo(302);
		assertThat(visitor.signIn(email, PASSWORD).headers().firstValue("Location")).get()
			.asString()
			.contains("/studies");
	}

	@Test
	@DisplayName("A1 SEC23 a session that was stored just after its owner was disabled opens and changes nothing")
	void sessionStoredWhileItsOwnerWasDisabledIsOfNoUse() {
		TestPerson person = this.studies.person("racing");
		TestPerson other = this.studies.person("bystander");
		this.jdbc.sql("update person set password_hash = ?, administrator = true where id = ?")
			.params(this.passwords.encode(PASSWORD), person.id())
			.update();
		String email = this.accounts.get(person.id()).email();
		Visitor reads = Visitor.at(this.port);
		reads.signIn(email, PASSWORD);
		Visitor looks = Visitor.at(this.port);
		looks.signIn(email, PASSWORD);
		Visitor writes = Visitor.at(this.port);
		writes.signIn(email, PASSWORD);
		String token = Visitor.token(writes.get("/accounts").body());

		this.jdbc.sql("update person set disabled_at = now(), administrator = false where id = ?")
			.param(person.id())
			.update();

		assertThat(reads.get("/accounts").headers().firstValue("Location")).get().asString().endsWith("/login");
		assertThat(reads.get("/studies").statusCode()).isEqualTo(302);
		assertThat(looks.get("/audit").headers().firstValue("Location")).get().asString().endsWith("/login");
		assertThat(writes.post("/accounts/" + other.id() + "/disabling", Map.of(), token).statusCode()).isEqualTo(302);
		assertThat(this.accounts.get(other.id()).isDisabled()).isFalse();
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = ?")
			.param(person.id().toString())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("A1 administrators cannot shut themselves out")
	void administratorsKeepTheirOwnAccount() {
		assertThat(change(this.studies.demoPerson("admin"), "disabling")).isEqualTo(409);
	}

	@Test
	@DisplayName("A1 an administrator finds an account by a part of its name or address")
	void accountsAreFound() {
		TestPerson administrator = this.studies.demoPerson("admin");

		assertThat(this.mvc.get().uri("/accounts").param("find", " FollowThrough ").with(administrator.signedIn()))
			.bodyText()
			.contains("Vic Followthrough")
			.doesNotContain("Nobody is called so");
		assertThat(this.mvc.get().uri("/accounts").param("find", "lead@thrive").with(administrator.signedIn()))
			.bodyText()
			.contains("lead@thrive.example");
		for (String none : List.of("l%d@thrive", "l_ad@thrive", "lead!@thrive", "no such person")) {
			assertThat(this.mvc.get().uri("/accounts").param("find", none).with(administrator.signedIn())).bodyText()
				.contains("Nobody is called so");
		}
	}

	@Test
	@DisplayName("A1 of more accounts than a page holds the first are shown, and how to find the others")
	void manyAccountsAreToldSo() {
		TestPerson administrator = this.studies.demoPerson("admin");
		this.jdbc.sql("""
				insert into person (email, name, created_at)
				select 'one' || n || '@crowded.example', 'Crowded ' || n, now() from generate_series(1, 101) n""")
			.update();

		assertThat(this.mvc.get().uri("/accounts").param("find", "@crowded.").with(administrator.signedIn())).bodyText()
			.contains("Only the first 100 are shown");
		assertThat(this.mvc.get().uri("/accounts").param("find", "one9@crowded").with(administrator.signedIn()))
			.bodyText()
			.contains("Crowded 9<")
			.doesNotContain("Only the first");
	}

	@Test
	@DisplayName("SEC5 an administrator who is no member sees no study")
	void administratorsSeeNoStudy() {
		TestPerson administrator = this.studies.demoPerson("admin");

		assertThat(this.mvc.get().uri("/studies/" + this.studies.demoId()).with(administrator.signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/accounts").with(administrator.signedIn())).hasStatusOk();
		assertThat(this.mvc.get().uri("/accounts").with(this.studies.demoPerson("lead").signedIn()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest(name = "SEC16 {0} is refused: {1}")
	@CsvSource({ "short one, between 12 and 200", "aaaaaaaaaaaaaaaa, first that are guessed",
			"Password-2026!, first that are guessed", "welcomewelcome, first that are guessed",
			"123456789012, first that are guessed", "qwertyuiop123, first that are guessed",
			"wordweaver is my name, Leave out your name", "call me weaver.wendy, Leave out your name" })
	void weakPasswordsAreRefused(String password, String words) {
		Person invited = this.accounts.invited("weaver.wendy@thrive.example", "Wendy Wordweaver");

		assertThat(this.mvc.post()
			.uri("/join/" + this.accounts.joinToken(invited.id()))
			.param("password", password)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(words);
	}

	@ParameterizedTest(name = "SEC16 \"{0}\" is accepted")
	@CsvSource({ "three quiet words", "correct pony battery clip", "ååäöå-øæåå-ßßü", "x9!kQ2#mB7$z" })
	void goodPasswordsAreAccepted(String password) {
		Person invited = this.accounts.invited("good." + UUID.randomUUID() + "@thrive.example", "Good One");

		assertThat(this.mvc.post()
			.uri("/join/" + this.accounts.joinToken(invited.id()))
			.param("password", password)
			.with(csrf())).hasRedirectedUrl("/login?joined");
	}

	private int change(TestPerson person, String what) {
		return this.mvc.post()
			.uri("/accounts/" + person.id() + "/" + what)
			.with(csrf())
			.with(this.studies.demoPerson("admin").signedIn())
			.exchange()
			.getResponse()
			.getStatus();
	}

	private int setUp(String token, int number) {
		Map<String, String> form = Map.of("name", "First One", "email", "first." + number + "@thrive.example",
				"password", PASSWORD);
		var request = this.mvc.post().uri("/setup/" + token).with(csrf());
		form.forEach((name, value) -> request.param(name, value));
		return request.exchange().getResponse().getStatus();
	}

	/** All tests share one server: its administrators come back afterwards. */
	private void withoutAdministrators(Runnable test) {
		List<Long> administrators = this.jdbc
			.sql("update person set administrator = false where administrator returning id")
			.query(Long.class)
			.list();
		try {
			test.run();
		}
		finally {
			this.jdbc.sql("update person set administrator = (id in (:ids))").param("ids", administrators).update();
		}
	}

	private long administrators() {
		return this.jdbc.sql("select count(*) from person where administrator").query(Long.class).single();
	}

}
