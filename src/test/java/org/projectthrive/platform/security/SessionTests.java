package org.projectthrive.platform.security;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.Crowd;
import org.projectthrive.support.SqlCount;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class SessionTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("two pages in a row write nothing about the session")
	void lastAccessIsNotWrittenAtOnce() {
		Cookie session = session();
		statements(session);

		List<String> statements = statements(session);

		assertThat(statements).filteredOn((sql) -> sql.contains("SPRING_SESSION")).hasSize(1);
		assertThat(statements).allSatisfy((sql) -> assertThat(sql).startsWithIgnoringCase("select"));
	}

	@Test
	@DisplayName("after a minute the last access is written, so that who works stays signed in")
	void lastAccessIsWrittenAfterAMinute() {
		Cookie session = session();
		long back = Duration.ofMinutes(2).toMillis();
		this.jdbc.sql("update spring_session set last_access_time = last_access_time - ?").param(back).update();

		assertThat(statements(session)).anySatisfy((sql) -> assertThat(sql).startsWith("UPDATE SPRING_SESSION"));
		assertThat(statements(session)).noneSatisfy((sql) -> assertThat(sql).startsWith("UPDATE SPRING_SESSION"));
	}

	@Test
	@DisplayName("SEC23 a session that was ended elsewhere is gone at the next request of the same thread")
	void endedSessionsAreGone() {
		Cookie session = session();
		statements(session);

		this.jdbc.sql("delete from spring_session").update();

		assertThat(this.mvc.get().uri("/studies").cookie(session)).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("FLT12 the first pages after sign-in, opened at once, are all there")
	void firstPagesAtOnce() {
		for (int round = 0; round < 3; round++) {
			Visitor visitor = Visitor.at(this.port);
			visitor.signIn("lead@thrive.example");
			Cookie session = new Cookie("THRIVE", visitor.session());

			assertThat(Crowd.of(8,
					() -> this.mvc.get().uri("/studies/new").cookie(session).exchange().getResponse().getStatus()))
				.containsOnly(200);
		}
	}

	private List<String> statements(Cookie session) {
		return SqlCount.of(() -> assertThat(this.mvc.get().uri("/studies").cookie(session)).hasStatusOk());
	}

	private Cookie session() {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn("lead@thrive.example");
		visitor.get("/studies");
		return new Cookie("THRIVE", visitor.session());
	}

}
