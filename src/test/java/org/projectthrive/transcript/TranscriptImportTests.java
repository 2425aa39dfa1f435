package org.projectthrive.transcript;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.transcript.Turns.TurnRow;
import org.projectthrive.transcript.file.TranscriptFiles;
import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.TranscriptFormat;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class TranscriptImportTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private TranscriptImport imports;

	@Autowired
	private Turns turns;

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
	@DisplayName("X3 the preview shows speakers, turns, minutes and warnings before anything is kept as a transcript")
	void previewShowsWhatWasUnderstood() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);

		assertThat(this.mvc.get().uri(preview).with(this.study.as(Role.FACILITATOR))).hasStatusOk()
			.bodyText()
			.contains("Maria Lopez", "Gracie", "555-123-4567", "Turn 3", "Moderator – Test facilitator",
					"value=\"participant:" + this.session.maria() + "\" selected",
					"value=\"" + this.session.moderator() + "\" selected");
		assertThat(count("transcript")).isZero();
		assertThat(count("turn")).isZero();
	}

	@Test
	@DisplayName("X3 the first button leads to the marks while one is undecided; who speaks for seconds has seconds")
	void firstButtonLeadsToTheMarks() {
		String preview = this.desk.uploaded("talk.txt", """
				[00:00:01] MOD: What is new?
				[00:00:09] P03: Call 555-123-4567.
				[00:01:40] MOD: I will.
				[00:01:42] P03: Good.
				""", Role.FACILITATOR);

		assertThat(this.mvc.get().uri(preview).with(this.study.as(Role.FACILITATOR))).bodyText()
			.contains("Decide about 1 place first", "5 words, 10 s", "2 min")
			.doesNotContain("Import transcript");
		assertThat(this.mvc.post()
			.uri(preview)
			.param("voice", this.session.moderator(), "participant:" + this.session.maria())
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("import and decide later");
	}

	@Test
	@DisplayName("X3 a file in which no participant of the session speaks may be another session's, and the preview says so")
	void fileOfAnotherSessionIsNoticed() {
		String other = this.desk.uploaded("talk.txt", "MOD: And you?\nAnita Brook: Well.\nMOD: Why?\nAnita Brook: So.",
				Role.FACILITATOR);
		assertThat(this.mvc.get().uri(other).with(this.study.as(Role.FACILITATOR))).bodyText()
			.contains("No participant of this session was recognised", "Lunch talk");

		String own = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);
		assertThat(this.mvc.get().uri(own).with(this.study.as(Role.FACILITATOR))).bodyText()
			.doesNotContain("No participant of this session");
	}

	@Test
	@DisplayName("X3 what an import leaves undecided is said on the transcript, with the way to it")
	void importSaysWhatIsLeft() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);

		String shown = String.valueOf(
				this.desk
					.importAs(Role.FACILITATOR, preview, this.session.moderator(),
							"participant:" + this.session.maria(), "participant:" + this.session.grace())
					.getResponse()
					.getRedirectedUrl());

		assertThat(shown).endsWith("/transcript?left=1");
		assertThat(this.mvc.get().uri(shown).with(this.study.as(Role.FACILITATOR))).bodyText()
			.contains("One place in it may still give somebody away", "/names\">Decide now");
		assertThat(this.mvc.get().uri(shown).with(this.study.as(Role.ANALYST))).bodyText().doesNotContain("One place");
	}

	@Test
	@DisplayName("X3 a speaker who is nobody yet blocks the import, and is named beside the field")
	void unmappedSpeakerBlocksTheImport() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);

		MvcTestResult answer = this.desk.importAs(Role.FACILITATOR, preview, this.session.moderator(),
				"participant:" + this.session.maria(), "");

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("voice-2-error");
		assertThat(
				this.desk.importAs(Role.FACILITATOR, preview, this.session.moderator(), "participant:999999", "other"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("voice-1-error");
		assertThat(count("transcript")).isZero();
	}

	@Test
	@DisplayName("X3 P3 after the import no name of the roster or of a facilitator is anywhere, and the upload is gone")
	void importLeavesNoName() {
		this.desk.importFile();

		List<TurnRow> said = this.turns.ofSession(this.study.id(), this.session.id());

		assertThat(said).extracting(TurnRow::speaker)
			.containsExactly("Moderator", "P03", "P04", "P04", "Moderator", "P03");
		assertThat(said.get(1).text()).isEqualTo("As P04 says, P03'S group, and [Moderator] knows it.");
		assertThat(said.get(5).text()).isEqualTo("Time. P04 knows.");
		assertThat(count("transcript_upload")).isZero();
		assertThat(this.jdbc.sql("""
				select string_agg(t.text || s.label, ' ') from turn t join speaker s on s.id = t.speaker_id
				where t.study_id = ?""").param(this.study.id()).query(String.class).single())
			.doesNotContainIgnoringCase("maria")
			.doesNotContainIgnoringCase("lopez")
			.doesNotContainIgnoringCase("brien")
			.doesNotContainIgnoringCase("grac")
			.doesNotContainIgnoringCase("facilitator");
		assertThat(this.jdbc
			.sql("select string_agg(action || coalesce(reason, ''), ' ') from audit_event where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single()).contains("transcript.uploaded", "transcript.imported", "session.transcribed")
			.doesNotContain("Maria");
	}

	@ParameterizedTest
	@CsvSource({ "LEAD,200,302", "FACILITATOR,200,302", "ANALYST,403,403", "LEADER,403,403" })
	@DisplayName("X3 P3 only the lead and the session's facilitators import and see the preview")
	void onlyTheSessionsOwnPeopleImport(Role role, int previewStatus, int importStatus) {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.LEAD);

		assertThat(this.mvc.get().uri(preview).with(this.study.as(role))).hasStatus(previewStatus);
		assertThat(this.desk.importAs(role, preview, this.session.moderator(), "other", "other"))
			.hasStatus(importStatus);
	}

	@Test
	@DisplayName("X3 whoever goes on in a second tab after the import is told that the transcript is there")
	void secondTabIsTold() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);
		this.desk.importAs(Role.FACILITATOR, preview, this.session.moderator(), "participant:" + this.session.maria(),
				"participant:" + this.session.grace());

		assertThat(this.mvc.get().uri(preview).with(this.study.as(Role.FACILITATOR))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("This session has a transcript already.");
	}

	@Test
	@DisplayName("P3 an upload of another study is not found")
	void uploadsOfOthersAreNotFound() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.LEAD);
		HeldSession other = HeldSession.in(this.studies, this.studies.fresh());
		String upload = preview.substring(preview.lastIndexOf('/'));

		assertThat(this.mvc.get().uri(other.path() + "/uploads" + upload).with(other.study().as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.session.path()).with(other.study().as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "talk.pdf | MOD: x | .vtt, .srt, .docx, .txt, .md or .csv",
					"talk.txt | nobody speaks | No speaker", "talk.vtt | WEBVTT | only a header",
					"talk.txt | '' | empty or missing" })
	@DisplayName("X5 a bad file is refused beside the field and leaves nothing behind")
	void badFileIsRefused(String name, String content, String words) {
		MvcTestResult answer = this.desk.upload(name, content, Role.FACILITATOR);

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("file-error", words);
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X5 a file of more than 20 MB, and a form without a file, are refused beside the field")
	void largeAndMissingFilesAreRefused() {
		byte[] large = new byte[TranscriptFiles.LARGEST + 1];

		assertThat(this.mvc.post()
			.multipart()
			.uri(this.session.path())
			.file(new MockMultipartFile("file", "talk.txt", "text/plain", large))
			.with(csrf())
			.with(this.study.as(Role.LEAD))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("larger than 20 MB");
		assertThat(this.mvc.post().uri(this.session.path()).with(csrf()).with(this.study.as(Role.LEAD)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.post()
			.uri(this.session.path())
			.param("file", "no file")
			.with(csrf())
			.with(this.study.as(Role.LEAD))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X2 a session that was not held yet takes no transcript")
	void sessionMustHaveBeenHeld() {
		this.jdbc.sql("update focus_group_session set stage = 'INVITED' where id = ?")
			.param(this.session.id())
			.update();

		assertThat(this.desk.upload("talk.vtt", TranscriptDesk.FILE, Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.contains("has not been held yet")
			.doesNotContain("type=\"file\"");
	}

	@Test
	@DisplayName("X3 a file that was read waits on the session's transcript page, for those who may import it")
	void uploadWaits() {
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.FACILITATOR);

		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.contains("Go on with it", "href=\"" + preview + "\"");
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).bodyText()
			.doesNotContain("Go on with it");
		assertThat(this.mvc.post().uri(preview + "/removal").with(csrf()).with(this.study.as(Role.LEAD)))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.doesNotContain("Go on with it");
	}

	@Test
	@DisplayName("X3 an upload is forgotten when discarded, when replaced, and after a day")
	void uploadsAreForgotten() {
		this.desk.upload("talk.vtt", TranscriptDesk.FILE, Role.LEAD);
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.LEAD);
		assertThat(count("transcript_upload")).isOne();

		assertThat(this.mvc.post().uri(preview + "/removal").with(csrf()).with(this.study.as(Role.LEAD)))
			.hasStatus3xxRedirection();
		assertThat(count("transcript_upload")).isZero();

		this.desk.upload("talk.vtt", TranscriptDesk.FILE, Role.LEAD);
		this.imports.forgetOldUploads();
		assertThat(count("transcript_upload")).isOne();
		this.jdbc.sql("update transcript_upload set uploaded_at = now() - interval '25 hours' where study_id = ?")
			.param(this.study.id())
			.update();
		this.imports.forgetOldUploads();
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X2 of two imports at the same time one wins")
	void oneOfTwoImportsWins() throws Exception {
		UUID one = keep(Role.LEAD);
		UUID other = keep(Role.FACILITATOR);
		List<String> voices = List.of(this.session.moderator(), "other", "other");
		CyclicBarrier start = new CyclicBarrier(2);

		ExecutorService pool = Executors.newFixedThreadPool(2);
		List<Future<Boolean>> results = pool.invokeAll(
				List.of(importing(start, one, Role.LEAD, voices), importing(start, other, Role.FACILITATOR, voices)));
		pool.shutdown();

		assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
		assertThat(count("transcript")).isOne();
		assertThat(count("turn")).isEqualTo(6);
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X3 a file with a second transcript is refused once there is one")
	void secondTranscriptIsRefused() {
		this.desk.importFile();

		assertThat(this.desk.upload("talk.vtt", TranscriptDesk.FILE, Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.imports.importUpload(this.study.id(), this.session.id(), UUID.randomUUID(),
					this.study.person(Role.LEAD).id(), List.of(), true))
			.withMessage("transcript.once");
	}

	private Callable<Boolean> importing(CyclicBarrier start, UUID upload, Role role, List<String> voices) {
		return () -> {
			start.await();
			try {
				this.imports.importUpload(this.study.id(), this.session.id(), upload, this.study.person(role).id(),
						voices, true);
				return true;
			}
			catch (RuleViolation ex) {
				assertThat(ex).hasMessage("transcript.once");
				return false;
			}
		};
	}

	private UUID keep(Role role) {
		return this.imports.upload(this.study.id(), this.session.id(), this.study.person(role).id(),
				new Decoded(TranscriptFormat.WEBVTT, TranscriptDesk.FILE), new byte[0]);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table + " where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

}
