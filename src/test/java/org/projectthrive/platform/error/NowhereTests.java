package org.projectthrive.platform.error;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
@DisplayName("An address that leads nowhere")
class NowhereTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest(name = "is told in words, and not in the server''s: {0}")
	@ValueSource(strings = { "/nowhere", "/assets/nothing.css", "/templates/layout.html", "/webjars/nothing.js",
			"/static/assets/thrive.svg" })
	void isToldInWords(String path) {
		Visitor lead = Visitor.at(this.port);
		lead.signIn("lead@thrive.example");

		HttpResponse<String> answer = lead.get(path, "Accept", "text/html");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("There is nothing here").doesNotContain("resource", "handler");
	}

}
