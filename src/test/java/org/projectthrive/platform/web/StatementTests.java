package org.projectthrive.platform.web;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.support.Links;
import org.projectthrive.support.SqlCount;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the demo that a role can reach opens, with few statements. */
@ThriveTest
class StatementTests {

	/** The session, the membership and the study's progress take three. */
	private static final int BUDGET = 6;

	private static final int MOST = 16;

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest(name = "pages of {0} open with few statements")
	@ValueSource(strings = { "lead", "facilitator", "analyst", "leader", "admin" })
	@DisplayName("pages open with few statements")
	void pagesTakeFewStatements(String account) {
		Cookie session = session(account);
		Map<String, List<String>> statements = new TreeMap<>();
		List<String> broken = new ArrayList<>();

		new Links(150, 2).walk("/studies", (page) -> {
			MockHttpServletResponse[] answer = new MockHttpServletResponse[1];
			statements.put(page, SqlCount.of(() -> answer[0] = open(page, session)));
			if (answer[0].getStatus() >= 400) {
				broken.add(page + " " + answer[0].getStatus());
			}
			return html(answer[0]);
		});

		report(account, statements);
		assertThat(statements).hasSizeGreaterThan(1);
		assertThat(broken).as("broken links").isEmpty();
		assertThat(statements).allSatisfy((page, sent) -> assertThat(sent).as(page).hasSizeLessThanOrEqualTo(MOST));
	}

	private MockHttpServletResponse open(String page, Cookie session) {
		return this.mvc.get().uri(page).accept(MediaType.TEXT_HTML).cookie(session).exchange().getResponse();
	}

	private static String html(MockHttpServletResponse answer) {
		String type = String.valueOf(answer.getContentType());
		try {
			return type.startsWith("text/html") ? answer.getContentAsString() : "";
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void report(String account, Map<String, List<String>> statements) {
		System.out.printf("%s reaches %d pages%n", account, statements.size());
		statements.forEach((page, sent) -> {
			if (sent.size() > BUDGET) {
				System.out.printf("  %2d statements: %s%n", sent.size(), page);
			}
		});
	}

	private Cookie session(String account) {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn(account + "@thrive.example");
		visitor.get("/studies");
		return new Cookie("THRIVE", visitor.session());
	}

}
