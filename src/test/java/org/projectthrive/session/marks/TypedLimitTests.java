package org.projectthrive.session.marks;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
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
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A name that becomes known late makes texts longer than anybody may type them: none of
 * them is lost, and each can still be edited.
 */
@ThriveTest
class TypedLimitTests {

	private static final String NAME = "Kuo";

	private static final String COVER = "[manager]";

	private static final int NAMES = 10;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private final UUID id = UUID.randomUUID();

	private TestStudy study;

	private RunningSession session;

	@BeforeEach
	void startSession() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
	}

	@Test
	@DisplayName("P3 X6 a turn may be as long as its form says, and be edited when a name has made it longer")
	void turns() {
		Long transcript = this.studies.insert(
				"insert into transcript (study_id, session_id, format, imported_by, imported_at) "
						+ "values (?, ?, 'PLAIN_TEXT', ?, now()) returning id",
				this.study.id(), this.session.id(), this.study.person(Role.LEAD).id());
		Long speaker = this.studies.insert(
				"insert into speaker (study_id, transcript_id, label) values (?, ?, 'P01') returning id",
				this.study.id(), transcript);
		Long turn = this.studies.insert(
				"insert into turn (study_id, transcript_id, session_id, position, speaker_id, text) "
						+ "values (?, ?, ?, 1, ?, 'Words') returning id",
				this.study.id(), transcript, this.session.id(), speaker);
		Save save = (text) -> post("/transcript/turns/" + turn,
				Map.of("text", text, "version", value("select version from turn where id = ?", turn)));
		checkLimits(20_000, save, "select text from turn where id = ?", turn);

		assertThat(save.with(named(20_000))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(COVER);
		assertAccepted(save.with(covered(20_000)));
	}

	@Test
	@DisplayName("P3 N1 a note may be as long as its form says, and be edited when a name has made it longer")
	void notes() {
		Save save = (text) -> put("/notes/" + this.id, """
				{"questionId": %d, "kind": "QUOTE", "text": "%s", "baseVersion": %s}"""
			.formatted(this.session.firstQuestion(), text, value("select version from note where id = ?", this.id)));
		checkLimits(10_000, save, "select text from note where id = ?", this.id);

		assertAccepted(save.with(named(10_000)));
	}

	@Test
	@DisplayName("P3 N1 a parked topic may be as long as its form says, and be edited and asked when a name has made it longer")
	void parkedTopics() {
		String version = "select version from parked_topic where id = ?";
		Save save = (text) -> put("/live/parked/" + this.id,
				"{\"text\": \"%s\", \"baseVersion\": %s}".formatted(text, value(version, this.id)));
		checkLimits(500, save, "select text from parked_topic where id = ?", this.id);
		assertAccepted(save.with(named(500)));

		assertThat(post("/live/parked/" + this.id, Map.of("version", value(version, this.id), "then", "TAKE_UP")))
			.hasStatus3xxRedirection();

		assertThat(this.jdbc.sql("select wording from unscripted_question where session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.single()).contains(COVER).hasSizeGreaterThan(500);
	}

	@Test
	@DisplayName("P3 N2 an unscripted question may be as long as its form says, and stays whole when a name has made it longer")
	void unscriptedQuestions() {
		for (int length : new int[] { 499, 500 }) {
			assertAccepted(post("/unscripted-questions", Map.of("wording", named(length))));
		}
		assertThat(post("/unscripted-questions", Map.of("wording", named(501))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

		learn();

		assertAccepted(post("/unscripted-questions", Map.of("wording", "Well, " + named(494))));
		assertThat(this.jdbc.sql("select wording from unscripted_question where session_id = ? order by id")
			.param(this.session.id())
			.query(String.class)
			.list()).containsExactly(covered(499), covered(500), "Well, " + covered(494));
	}

	@Test
	@DisplayName("P3 N5 each part of a debrief may be as long as its form says, and be edited when a name has made it longer")
	void debriefs() {
		this.session.ended("HELD", "10 minutes");
		Long row = this.session.id();
		Save save = (text) -> {
			String version = value("select version from debrief where session_id = ?", row);
			return post("/debrief", Map.of("topThemes", text, "surprises", text, "differences", text, "climate", text,
					"guideChanges", text, "version", version.equals("0") && !isDebriefed() ? "-1" : version));
		};
		checkLimits(4000, save, "select guide_changes from debrief where session_id = ?", row);

		assertAccepted(save.with(named(4000)));
	}

	/** At the limit, one below and one above it, before the name is known and after. */
	private void checkLimits(int longest, Save save, String stored, Object row) {
		assertAccepted(save.with(named(longest - 1)));
		assertAccepted(save.with(named(longest)));
		assertThat(save.with(named(longest + 1))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

		learn();

		String text = value(stored, row);
		assertThat(text).isEqualTo(covered(longest)).hasSizeGreaterThan(longest);
		int room = NAMES * NAME.length();
		assertAccepted(save.with(text.replace("xx", "yy")));
		assertAccepted(save.with(text + "y".repeat(room - 1)));
		assertAccepted(save.with(text + "y".repeat(room)));
		assertThat(value(stored, row)).isEqualTo(text + "y".repeat(room));
		assertThat(save.with(text + "y".repeat(room + 1))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static String named(int length) {
		return (NAME + " and ").repeat(NAMES) + "x".repeat(length - NAMES * (NAME.length() + 5));
	}

	private static String covered(int length) {
		return named(length).replace(NAME, COVER);
	}

	private void learn() {
		String site = value("select min(id) from site where study_id = ?", this.study.id());
		var request = this.mvc.post().uri(this.study.path("/participants")).with(csrf()).with(this.study.as(Role.LEAD));
		Map.of("name", "Perpetua Quill", "email", "p@clinic.example", "profession", "Nurse", "siteId", site,
				"reportsTo", "Mingzhu " + NAME)
			.forEach(request::param);
		assertThat(request).hasStatus3xxRedirection();
	}

	private static void assertAccepted(MvcTestResult result) {
		assertThat(result.getResponse().getStatus()).isBetween(200, 399);
	}

	private boolean isDebriefed() {
		return !value("select count(*) from debrief where session_id = ?", this.session.id()).equals("0");
	}

	/** As text; 0 where there is no row. */
	private String value(String sql, Object row) {
		return this.jdbc.sql(sql).param(row).query(String.class).optional().orElse("0");
	}

	private MvcTestResult post(String path, Map<String, String> form) {
		var request = this.mvc.post().uri(this.session.path(path)).with(csrf()).with(this.study.as(Role.FACILITATOR));
		form.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult put(String path, String json) {
		return this.mvc.put()
			.uri(this.session.path(path))
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	/** Sends a text as the next version of what is stored. */
	private interface Save {

		MvcTestResult with(String text);

	}

}
