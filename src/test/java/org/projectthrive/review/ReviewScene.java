package org.projectthrive.review;

import java.io.UnsupportedEncodingException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A study that was held and coded, and what its people see and send. */
abstract class ReviewScene {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	TestStudies studies;

	@Autowired
	JdbcClient jdbc;

	ReviewFixture fixture;

	@BeforeEach
	void begin() {
		this.fixture = another();
	}

	ReviewFixture another() {
		return ReviewFixture.in(this.studies, this.jdbc);
	}

	MockMvcRequestBuilder post(String path, Role role, String... parameters) {
		MockMvcRequestBuilder request = this.mvc.post()
			.uri(this.fixture.path(path))
			.with(csrf())
			.with(this.fixture.study().as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request;
	}

	void get(String path, Role role, HttpStatus status) {
		assertThat(this.mvc.get().uri(this.fixture.path(path)).with(this.fixture.study().as(role)))
			.as(path + " for " + role)
			.hasStatus(status);
	}

	String body(String path, Role role) {
		try {
			return this.mvc.get()
				.uri(this.fixture.path(path))
				.with(this.fixture.study().as(role))
				.exchange()
				.getResponse()
				.getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Long id(String sql) {
		return this.jdbc.sql(sql).param(this.fixture.study().id()).query(Long.class).single();
	}

	Long domain(String name, @Nullable String side) {
		if (side == null) {
			get("/summaries", Role.ANALYST, HttpStatus.OK);
			return this.jdbc.sql("select id from domain where study_id = ? and name = ?")
				.params(this.fixture.study().id(), name)
				.query(Long.class)
				.single();
		}
		return this.studies.insert(
				"insert into domain (study_id, name, side, position, added_by, added_at) "
						+ "values (?, ?, ?, 9, ?, now()) returning id",
				this.fixture.study().id(), name, side, this.fixture.study().person(Role.ANALYST).id());
	}

	Long summary(int session, String stage) {
		Long author = this.fixture.study().person(Role.ANALYST).id();
		boolean agreed = stage.equals("AGREED");
		return this.studies.insert(
				"insert into session_summary (study_id, session_id, author_id, stage, created_at, "
						+ "agreed_at, second_reader_id) values (?, ?, ?, ?, now(), "
						+ (agreed ? "now(), " + this.fixture.secondAnalyst().id() : "null, null") + ") returning id",
				this.fixture.study().id(), this.fixture.session(session), author, stage);
	}

	Long cell(Long summary, Long domain, boolean notDiscussed) {
		return this.studies.insert("insert into summary_cell (study_id, summary_id, domain_id, not_discussed) "
				+ "values (?, ?, ?, ?) returning id", this.fixture.study().id(), summary, domain, notDiscussed);
	}

	Long point(Long summary, Long domain, String text) {
		return this.studies.insert(
				"insert into summary_point (study_id, cell_id, position, text) values (?, ?, 0, ?) returning id",
				this.fixture.study().id(), cell(summary, domain, false), text);
	}

}
