package org.projectthrive.transcript;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.keeping.FileSetting;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
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
class OriginalFileTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private FileSetting setting;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private HeldSession session;

	private TranscriptDesk desk;

	@BeforeEach
	void holdSession() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
		this.desk = new TranscriptDesk(this.mvc, this.session);
	}

	@Test
	@DisplayName("X3 the original file is dropped, unless the study keeps files when it is uploaded and imported")
	void filesAreDroppedByDefault() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);
		assertThat(count("transcript_upload where original is not null and")).isZero();
		keepFor(30);
		assertThat(this.desk.importAs(Role.FACILITATOR, preview, this.session.moderator(), "other", "other"))
			.hasStatus3xxRedirection();

		assertThat(count("kept_file where")).isZero();
		assertThat(fetch(Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.doesNotContain("/transcript/file");
	}

	@Test
	@DisplayName("X3 a kept file comes back byte by byte, to be saved, for the lead and the session's facilitators only")
	void keptFileIsForTheSessionsPeople() throws Exception {
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(this.study.id(), stranger, Role.FACILITATOR);
		keepFor(30);
		this.desk.importFile();

		for (Role role : List.of(Role.LEAD, Role.FACILITATOR)) {
			MvcTestResult answer = fetch(role);
			assertThat(answer).hasStatusOk();
			assertThat(answer.getResponse().getContentAsByteArray())
				.isEqualTo(TranscriptDesk.FILE.getBytes(StandardCharsets.UTF_8));
			assertThat(answer.getResponse().getHeaderValues("X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(answer.getResponse().getHeader("Content-Disposition"))
				.isEqualTo("attachment; filename=\"session-%d.vtt\"".formatted(this.session.id()));
			assertThat(answer.getResponse().getContentType()).isEqualTo("application/octet-stream");
			assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
		}
		assertThat(fetch(Role.ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(fetch(Role.LEADER)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(this.session.path() + "/file").with(stranger.signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(actions()).filteredOn("transcript.file.fetched"::equals).hasSize(2);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.contains("/transcript/file");
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).bodyText()
			.doesNotContain("/transcript/file");
	}

	@Test
	@DisplayName("A3 kept files are deleted after the day that the lead has set, and that is recorded")
	void keptFilesAreDeletedWhenDue() {
		keepFor(30);
		this.desk.importFile();
		keepFor(60);
		assertThat(this.jdbc.sql("select delete_by from kept_file where study_id = ?")
			.param(this.study.id())
			.query(LocalDate.class)
			.single()).isEqualTo(today().plusDays(60));
		this.setting.dropDue();
		assertThat(count("kept_file where")).isOne();

		this.jdbc.sql("update file_setting set keep_until = current_date - 2 where study_id = ?")
			.param(this.study.id())
			.update();
		this.setting.dropDue();

		assertThat(count("kept_file where")).isZero();
		assertThat(fetch(Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(actions()).filteredOn((action) -> action.startsWith("files."))
			.containsExactly("files.kept-until", "files.kept-until", "files.dropped");
		assertThat(count("turn where")).isEqualTo(6);
	}

	@Test
	@DisplayName("A3 X3 the lead drops kept files at once, those of uploads too, and a deleted transcript takes its file along")
	void keptFilesAreDropped() {
		keepFor(30);
		this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.LEAD);
		assertThat(count("transcript_upload where original is not null and")).isOne();
		assertThat(post("/names/files/removal", "")).hasStatus3xxRedirection();
		assertThat(count("transcript_upload where original is not null and")).isZero();

		keepFor(30);
		this.desk.importFile();
		assertThat(count("kept_file where")).isOne();
		assertThat(this.mvc.post()
			.uri(this.session.path() + "/removal")
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))).hasStatus3xxRedirection();
		assertThat(count("kept_file where")).isZero();
	}

	@Test
	@DisplayName("X3 only the lead sets the day, within two years, and the form to upload says what becomes of the file")
	void dayIsSetByTheLead() {
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.FACILITATOR))).bodyText()
			.contains("the file itself is forgotten");
		for (String day : List.of("", "soon", today().toString(), today().plusYears(3).toString())) {
			assertThat(post("/names/files", day)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("filesUntil-error")
				.doesNotContain("\"until-error");
		}
		assertThat(count("file_setting where")).isZero();
		keepFor(30);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.FACILITATOR))).bodyText()
			.contains("The file itself is kept apart");
		assertThat(this.mvc.post()
			.uri(this.study.path("/names/files"))
			.param("filesUntil", today().plusDays(3).toString())
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))).hasStatus(HttpStatus.FORBIDDEN);
	}

	private void keepFor(int days) {
		assertThat(post("/names/files", today().plusDays(days).toString())).hasStatus3xxRedirection();
	}

	private MvcTestResult post(String path, String day) {
		return this.mvc.post()
			.uri(this.study.path(path))
			.param("filesUntil", day)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult fetch(Role role) {
		return this.mvc.get().uri(this.session.path() + "/file").with(this.study.as(role)).exchange();
	}

	private List<String> actions() {
		return this.jdbc.sql("select action from audit_event where study_id = ? order by id")
			.param(this.study.id())
			.query(String.class)
			.list();
	}

	private long count(String where) {
		return this.jdbc.sql("select count(*) from " + where + " study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

}
