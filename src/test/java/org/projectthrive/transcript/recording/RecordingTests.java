package org.projectthrive.transcript.recording;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class RecordingTests {

	private static final String OVERDUE = "Recording should be deleted";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private Long session;

	@BeforeEach
	void holdSession() {
		this.study = this.studies.fresh();
		Long guide = this.studies.insert(
				"insert into guide (study_id, number, title, published_at, published_by) "
						+ "values (?, 1, 'Guide', now(), ?) returning id",
				this.study.id(), this.study.person(Role.LEAD).id());
		this.session = this.studies
			.insert("insert into focus_group_session (study_id, title, kind, zone, starts_at, minutes, setting, format, capacity, "
					+ "stage, guide_id, started_at, ended_at) values (?, 'Talk', 'MAKE_UP', 'UTC', now() - interval '40 days', "
					+ "60, 'OTHER', 'VIDEO', 8, 'HELD', ?, now(), now()) returning id", this.study.id(), guide);
	}

	@Test
	@DisplayName("X1 a recording is tracked from where it is to who deleted it, and every change is audited")
	void recordingIsTracked() {
		assertThat(track(day(-30), day(-20), day(20))).hasStatus3xxRedirection();
		assertThat(page()).bodyText().contains("Study folder", "Transcribers Ltd.", day(-30), day(-20), day(20));

		assertThat(delete(day(-1))).hasStatus3xxRedirection();

		assertThat(page()).bodyText()
			.contains("The recording is deleted", "Test lead")
			.doesNotContain("name=\"place\"");
		assertThat(track("", "", day(30))).hasStatus(HttpStatus.CONFLICT);
		assertThat(delete(day(0))).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.jdbc
			.sql("select action from audit_event where study_id = ? and action like 'recording%' " + "order by id")
			.param(this.study.id())
			.query(String.class)
			.list()).containsExactly("recording.tracked", "recording.deleted");
	}

	@ParameterizedTest
	@CsvSource({ "-50,-20,20,sentOn", "-30,-31,20,receivedOn", "1,,20,sentOn", "-30,1,20,receivedOn",
			"-30,-20,-50,deleteBy", "-30,-20,,deleteBy" })
	@DisplayName("X1 nothing happens to a recording before its session, in the future, or in the wrong order")
	void daysMustMakeSense(Integer sent, Integer received, Integer until, String field) {
		assertThat(track(day(sent), day(received), day(until))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains(field + "-error", "Study folder");
	}

	@ParameterizedTest
	@CsvSource({ "-50", "1", "''" })
	@DisplayName("X1 a recording is deleted between its session and today")
	void deletionHasADay(String days) {
		track("", "", day(20));

		assertThat(delete(days.isEmpty() ? "" : day(Integer.valueOf(days)))).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("X1 an overdue deletion is shown on the session, the list of sessions and the study, until it is done")
	void overdueDeletionIsShown() {
		track("", "", day(0));
		assertThat(get("/sessions")).bodyText().doesNotContain(OVERDUE);

		track("", "", day(-1));

		assertThat(get("/sessions")).bodyText().contains(OVERDUE);
		assertThat(get("/sessions/" + this.session)).bodyText().contains(OVERDUE);
		assertThat(page()).bodyText().contains("was to be deleted by");
		assertThat(get("")).bodyText()
			.contains("href=\"" + this.study.path("/sessions") + "\">No recording is kept longer");
		assertThat(this.mvc.get().uri(this.study.path("/sessions")).with(this.study.as(Role.FACILITATOR))).bodyText()
			.doesNotContain(OVERDUE);

		delete(day(0));

		assertThat(get("/sessions")).bodyText().doesNotContain(OVERDUE);
		assertThat(get("")).bodyText().doesNotContain(">No recording is kept longer</a>");
	}

	@ParameterizedTest
	@CsvSource({ "FACILITATOR,404", "ANALYST,403", "LEADER,403" })
	@DisplayName("X1 the recording is for the lead and the facilitators of the session")
	void othersDoNotSeeIt(Role role, int status) {
		assertThat(this.mvc.get().uri(path()).with(this.study.as(role))).hasStatus(status);
		this.studies.insert("insert into session_facilitator (session_id, member_id, job) values (?, ?, 'MODERATOR') "
				+ "returning session_id", this.session, this.study.memberId(Role.FACILITATOR));
		assertThat(this.mvc.get().uri(path()).with(this.study.as(Role.FACILITATOR))).hasStatusOk();
	}

	@Test
	@DisplayName("X1 two who say at once where a recording is: the second sees both, nothing is overwritten unseen")
	void staleFormShowsBoth() {
		String read = version();
		track("", "", day(20));

		assertThat(move("Another folder", day(10), read)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Another folder", "Study folder", "Saved now:", "name=\"version\" value=\"0\"");
		track(day(-30), "", day(20));
		assertThat(move("Another folder", day(10), "0")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Another folder", "Study folder", "name=\"version\" value=\"1\"");
		assertThat(delete(day(-1), "0")).hasStatus(HttpStatus.CONFLICT);

		assertThat(move("Another folder", day(10), version())).hasStatus3xxRedirection();
		assertThat(page()).bodyText().contains("Another folder").doesNotContain("Study folder");
		assertThat(delete(day(-1), version())).hasStatus3xxRedirection();
	}

	private MvcTestResult move(String place, String until, String version) {
		return this.mvc.post()
			.uri(path())
			.param("place", place)
			.param("holder", "Transcribers Ltd.")
			.param("deleteBy", until)
			.param("version", version)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	/** What a form that is opened now would hold. */
	private String version() {
		return this.jdbc.sql("select version from recording where session_id = ?")
			.param(this.session)
			.query(String.class)
			.optional()
			.orElse("");
	}

	private MvcTestResult track(String sent, String received, String until) {
		return this.mvc.post()
			.uri(path())
			.param("place", "Study folder")
			.param("version", version())
			.param("holder", "Transcribers Ltd.")
			.param("sentOn", sent)
			.param("receivedOn", received)
			.param("deleteBy", until)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult delete(String on) {
		return delete(on, version());
	}

	private MvcTestResult delete(String on, String version) {
		return this.mvc.post()
			.uri(path() + "/deletion")
			.param("deletedOn", on)
			.param("version", version)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult page() {
		return get("/sessions/" + this.session + "/recording");
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(this.study.path(path)).with(this.study.as(Role.LEAD)).exchange();
	}

	private String path() {
		return this.study.path("/sessions/" + this.session + "/recording");
	}

	private static String day(Integer fromToday) {
		return (fromToday == null) ? "" : LocalDate.now(ZoneOffset.UTC).plusDays(fromToday).toString();
	}

}
