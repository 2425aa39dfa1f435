package org.projectthrive.session.floor;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A running session with a facilitator and the lead. */
abstract class FloorExamples {

	private final JsonMapper json = new JsonMapper();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	TestStudies studies;

	@Autowired
	JdbcClient jdbc;

	TestStudy study;

	RunningSession session;

	TestPerson facilitator;

	TestPerson lead;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.facilitator = this.study.person(Role.FACILITATOR);
		this.lead = this.study.person(Role.LEAD);
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
	}

	MvcTestResult put(TestPerson person, String path, String content) {
		return this.mvc.put()
			.uri(this.session.path(path))
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content(content)
			.with(csrf())
			.with(person.signedIn())
			.exchange();
	}

	MvcTestResult delete(TestPerson person, UUID note, int version) {
		return this.mvc.delete()
			.uri(this.session.path("/notes/" + note + "?version=" + version))
			.accept(MediaType.APPLICATION_JSON)
			.with(csrf())
			.with(person.signedIn())
			.exchange();
	}

	MvcTestResult floor(TestPerson person, String topic) {
		return put(person, "/live/floor", "{\"topic\": \"%s\"}".formatted(topic));
	}

	MvcTestResult park(UUID id, String text, String topic, boolean done) {
		return park(this.facilitator, id, text, topic, done, 0);
	}

	/** Parks anew, or changes a version of what is parked. */
	MvcTestResult park(TestPerson person, UUID id, String text, String topic, boolean done, int baseVersion) {
		return put(person, "/live/parked/" + id,
				"{\"text\": \"%s\", \"topic\": \"%s\", \"done\": %s, \"baseVersion\": %d}".formatted(text, topic, done,
						baseVersion));
	}

	MvcTestResult open(UUID id, String wording) {
		return put(this.facilitator, "/live/unscripted/" + id, "{\"wording\": \"%s\"}".formatted(wording));
	}

	/** A new note, or a change of one, with more fields. */
	MvcTestResult note(TestPerson person, UUID id, String fields, String text, int baseVersion) {
		return put(person, "/notes/" + id, "{%s, \"kind\": \"QUOTE\", \"text\": \"%s\", \"baseVersion\": %d}"
			.formatted(fields, text, baseVersion));
	}

	MvcTestResult note(UUID id, String text, int baseVersion) {
		return note(this.facilitator, id, "\"questionId\": " + this.session.firstQuestion(), text, baseVersion);
	}

	JsonNode changes(TestPerson person, long after) {
		MvcTestResult answer = this.mvc.get()
			.uri(this.session.path("/live/changes?after=" + after))
			.accept(MediaType.APPLICATION_JSON)
			.with(person.signedIn())
			.exchange();
		assertThat(answer).hasStatusOk();
		return body(answer);
	}

	JsonNode body(MvcTestResult answer) {
		return this.json.readTree(answer.getResponse().getContentAsByteArray());
	}

	String first() {
		return "q" + this.session.firstQuestion();
	}

	String second() {
		return "q" + this.session.secondQuestion();
	}

	int count(String table) {
		return this.jdbc.sql("select count(*) from " + table + " where session_id = ?")
			.param(this.session.id())
			.query(Integer.class)
			.single();
	}

}
