package org.projectthrive.account;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.account.OneTimeLinks.Purpose;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class PasswordResetTests {

	private static final String OLD = "three quiet words";

	private static final String NEW = "four other quiet words";

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private AccountService accounts;

	@Autowired
	private OneTimeLinks links;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("A1 who forgot the password gets a link by mail, chooses a new one, and is signed out everywhere")
	void passwordIsReset() {
		Person person = joined();
		Visitor signedIn = Visitor.at(this.port);
		signedIn.signIn(person.email(), OLD);
		Visitor.at(this.port)
			.post("/forgotten", "/forgotten", Map.of("email", " " + person.email().toUpperCase(Locale.ROOT)));

		String link = link(person);
		Visitor visitor = Visitor.at(this.port);
		assertThat(visitor.get(link).body()).contains(person.email());
		assertThat(visitor.post(link, link, Map.of("password", person.name() + " and more")).statusCode())
			.isEqualTo(422);
		assertThat(visitor.post(link, link, Map.of("password", NEW)).statusCode()).isEqualTo(302);

		assertThat(visitor.get(link).statusCode()).as("works once").isEqualTo(404);
		assertThat(signedIn.get("/studies").statusCode()).isEqualTo(302);
		assertThat(goesTo(visitor.signIn(person.email(), OLD))).endsWith("/login?error");
		assertThat(goesTo(visitor.signIn(person.email(), NEW))).endsWith("/studies");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'account.password.reset' and subject_id = ?")
			.param(person.id().toString())
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	@DisplayName("A1 SEC31 the mailed link begins with this server's address, whatever host the request names")
	void linkLeadsHere() {
		Person person = joined();
		Visitor stranger = Visitor.at(this.port);
		String token = Visitor.token(stranger.get("/forgotten").body());

		stranger.post("/forgotten", Map.of("email", person.email()), token, "X-Forwarded-Host", "elsewhere.test");

		await().untilAsserted(() -> assertThat(mails(person.email())).singleElement().satisfies((mail) -> {
			assertThat(mail).contains("http://localhost:" + this.port + "/reset/");
			assertThat(mail).doesNotContain("elsewhere.test", person.name());
		}));
	}

	@Test
	@DisplayName("A1 SEC14 every address is answered alike; without an account, not joined or disabled it gets no mail")
	void addressesAreNotTold() {
		Person known = joined();
		Person disabled = joined();
		this.jdbc.sql("update person set disabled_at = now() where id = ?").param(disabled.id()).update();
		Person invited = invited();
		String nobody = UUID.randomUUID() + "@thrive.example";

		for (String email : List.of(nobody, disabled.email(), invited.email(), known.email(), known.email(),
				known.email(), known.email(), known.email())) {
			assertThat(ask(email)).hasStatus(302).redirectedUrl().isEqualTo("/login?asked");
		}
		Person last = joined();
		ask(last.email());

		await().untilAsserted(() -> assertThat(mails(last.email())).hasSize(1));
		assertThat(mails(known.email())).as("others cannot fill the mailbox").hasSize(3);
		assertThat(List.of(nobody, disabled.email(), invited.email()))
			.allSatisfy((email) -> assertThat(mails(email)).isEmpty());
	}

	@Test
	@DisplayName("A1 SEC18 of ten who use a reset link at once one sets the password, and no link works late or as another")
	void linkWorksOnce() {
		Person person = joined();
		String token = this.links.issue(Purpose.RESET, person.id(), Duration.ofMinutes(1));

		List<Integer> answers = Crowd.of(10, () -> reset(token));

		assertThat(answers).filteredOn((status) -> status == 302).hasSize(1);
		assertThat(answers).filteredOn((status) -> status == 404).hasSize(9);
		assertThat(reset(this.links.issue(Purpose.RESET, person.id(), Duration.ofMinutes(-1)))).isEqualTo(404);
		assertThat(reset(this.links.issue(Purpose.JOIN, person.id(), Duration.ofMinutes(1)))).isEqualTo(404);
		assertThat(reset(this.links.issue(Purpose.RESET, invited().id(), Duration.ofMinutes(1)))).isEqualTo(404);
	}

	@Test
	@DisplayName("A1 SEC18 a reset link works although others ask again, and ends with the others once one was used")
	void askingAgainEndsNoLink() {
		Person person = joined();
		ask(person.email());
		await().untilAsserted(() -> assertThat(mails(person.email())).hasSize(1));
		ask(person.email());
		await().untilAsserted(() -> assertThat(mails(person.email())).hasSize(2));
		List<String> tokens = mails(person.email()).stream().map(PasswordResetTests::token).toList();
		assertThat(tokens).doesNotHaveDuplicates();

		assertThat(reset(tokens.get(0))).isEqualTo(302);
		assertThat(reset(tokens.get(1))).isEqualTo(404);
	}

	@Test
	@DisplayName("A1 where no mail can be sent, who forgot the password is told so before asking")
	void noMailIsTold() {
		assertThat(this.mvc.get().uri("/forgotten")).bodyText().contains("not set up to send mail");
	}

	private Person invited() {
		String id = UUID.randomUUID().toString();
		return this.accounts.invited("forgetful." + id + "@thrive.example", "Forgetful " + id);
	}

	private Person joined() {
		Person person = invited();
		return this.accounts.join(this.accounts.joinToken(person.id()), OLD);
	}

	private MvcTestResult ask(String email) {
		return this.mvc.post().uri("/forgotten").param("email", email).with(csrf()).exchange();
	}

	private int reset(String token) {
		return this.mvc.post()
			.uri("/reset/" + token)
			.param("password", NEW)
			.with(csrf())
			.exchange()
			.getResponse()
			.getStatus();
	}

	private String link(Person person) {
		await().untilAsserted(() -> assertThat(mails(person.email())).hasSize(1));
		return "/reset/" + token(mails(person.email()).get(0));
	}

	private static String token(String mail) {
		return mail.replaceFirst("(?s).*/reset/([\\w-]{22}).*", "$1");
	}

	/** Subject and body of what is on its way, or was sent. */
	private List<String> mails(String recipient) {
		return this.jdbc
			.sql("select subject || ' ' || body from mail_outbox where recipient = ? and kind = 'reset' order by id")
			.param(recipient)
			.query(String.class)
			.list();
	}

	private static String goesTo(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

}
