package org.projectthrive.session.floor;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.session.floor.QueueKeys.QueueKey;
import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class QueueKeyTests {

	private final JsonMapper json = new JsonMapper();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private QueueKeys keys;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RunningSession session;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
	}

	@Test
	@DisplayName("N3 everybody has one pair of keys, also when twenty screens ask first at once")
	void onePairForEverybody() {
		Long person = this.study.person(Role.FACILITATOR).id();

		List<QueueKey> pairs = Crowd.of(20, () -> this.keys.of(person));

		assertThat(pairs).allMatch(pairs.get(0)::equals);
		assertThat(this.keys.of(this.study.person(Role.LEAD).id()).publicKey()).isNotEqualTo(pairs.get(0).publicKey());
	}

	@Test
	@DisplayName("N3 what is locked with the public key opens with the private one, on the curve that browsers know")
	void pairFits() throws Exception {
		JsonNode answer = body(ask(Role.FACILITATOR));
		KeyFactory curve = KeyFactory.getInstance("EC");
		PublicKey open = curve.generatePublic(new X509EncodedKeySpec(bytes(answer, "publicKey")));
		PrivateKey secret = curve.generatePrivate(new PKCS8EncodedKeySpec(bytes(answer, "privateKey")));
		byte[] words = { 1, 2, 3 };

		Signature signing = Signature.getInstance("SHA256withECDSAinP1363Format");
		signing.initSign(secret);
		signing.update(words);
		byte[] signed = signing.sign();
		signing.initVerify(open);
		signing.update(words);

		assertThat(signing.verify(signed)).isTrue();
		assertThat(signed).as("P-256").hasSize(64);
		assertThat(answer.get("person").asLong()).isEqualTo(this.study.person(Role.FACILITATOR).id());
		assertThat(answer.get("csrfToken").asString()).isNotEmpty();
	}

	@Test
	@DisplayName("N3 a key is given to its person only, stored nowhere on the way and shown in no log")
	void keysAreKept() {
		MvcTestResult answer = ask(Role.FACILITATOR);
		String secret = body(answer).get("privateKey").asString();

		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
		assertThat(body(ask(Role.LEAD)).get("privateKey").asString()).isNotEqualTo(secret);
		assertThat(ask(Role.ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.keys.of(this.study.person(Role.FACILITATOR).id()).toString()).doesNotContain(secret);
		assertThat(new QueueKeyController.Answer(1L, "open", secret, "header", "token").toString())
			.doesNotContain(secret);
	}

	private MvcTestResult ask(Role role) {
		return this.mvc.get()
			.uri(this.session.path("/live/key"))
			.accept(MediaType.APPLICATION_JSON)
			.with(this.study.as(role))
			.exchange();
	}

	private JsonNode body(MvcTestResult answer) {
		return this.json.readTree(answer.getResponse().getContentAsByteArray());
	}

	private static byte[] bytes(JsonNode answer, String name) {
		return Base64.getUrlDecoder().decode(answer.get(name).asString());
	}

}
