package org.projectthrive.transcript;

import java.nio.charset.StandardCharsets;
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

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.support.TestPerson;
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
class TranscriptTests {

	private static final String FILE = """
			WEBVTT

			00:00:01.000 --> 00:00:06.000
			Test facilitator: Welcome, Maria and Grace. Which moments in your work give you joy?

			00:00:07.000 --> 00:00:20.000
			Maria Lopez: As Dr. O'Brien says, LOPEZ'S group, and Test Facilitator knows it.

			00:00:21.000 --> 00:00:25.000
			Gracie: Call me at 555-123-4567, Maria.

			00:00:27.500 --> 00:00:29.000
			Gracie: That is all.

			00:00:31.000 --> 00:00:40.000
			Test facilitator: What would let you feel more valued here?

			00:00:41.000 --> 00:00:50.000
			Maria Lopez: Time. Gracie knows.
			""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private TranscriptImport imports;

	@Autowired
	private TranscriptService transcripts;

	@Autowired
	private Turns turns;

	@Autowired
	private ProgressService progress;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private HeldSession session;

	@BeforeEach
	void holdSession() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
	}

	@Test
	@DisplayName("X3 the preview shows speakers, turns, minutes and warnings before anything is kept as a transcript")
	void previewShowsWhatWasUnderstood() {
		String preview = address(upload("talk.vtt", FILE, Role.FACILITATOR));

		assertThat(this.mvc.get().uri(preview).with(this.study.as(Role.FACILITATOR))).hasStatusOk()
			.bodyText()
			.contains("Maria Lopez", "Gracie", "555-123-4567", "Turn 3, line 9", "Moderator – Test facilitator",
					"value=\"participant:" + this.session.maria() + "\" selected", "value=\"" + this.session.moderator()
							+ "\" selected");
		assertThat(count("transcript")).isZero();
		assertThat(count("turn")).isZero();
	}

	@Test
	@DisplayName("X3 a speaker who is nobody yet blocks the import, and is named beside the field")
	void unmappedSpeakerBlocksTheImport() {
		String preview = address(upload("talk.vtt", FILE, Role.FACILITATOR));

		MvcTestResult answer = importAs(Role.FACILITATOR, preview, this.session.moderator(),
				"participant:" + this.session.maria(), "");

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("voice-2-error");
		assertThat(importAs(Role.FACILITATOR, preview, this.session.moderator(), "participant:999999", "other"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("voice-1-error");
		assertThat(count("transcript")).isZero();
	}

	@Test
	@DisplayName("X3 P3 after the import no name of the roster or of a facilitator is anywhere, and the upload is gone")
	void importLeavesNoName() {
		importFile();

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
		assertThat(this.jdbc.sql("select string_agg(action || coalesce(reason, ''), ' ') from audit_event where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single()).contains("transcript.uploaded", "transcript.imported", "session.transcribed").doesNotContain("Maria");
	}

	@Test
	@DisplayName("X2 X4 turns have their times and the question that was asked before them")
	void turnsHaveTimesAndQuestions() {
		importFile();

		List<TurnRow> said = this.turns.ofSession(this.study.id(), this.session.id());

		assertThat(said.get(1).startsMs()).isEqualTo(7000);
		assertThat(said.get(1).endsMs()).isEqualTo(20_000);
		assertThat(said).extracting(TurnRow::questionId)
			.containsExactly(question(1), question(1), question(1), question(1), question(2), question(2));
		assertThat(this.turns.get(this.study.id(), said.get(1).id())).isEqualTo(said.get(1));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.turns.get(this.studies.fresh().id(), said.get(1).id()));
	}

	@Test
	@DisplayName("X4 where a question starts is corrected in one sweep up to the next start")
	void questionIsCorrectedInOneSweep() {
		importFile();
		List<TurnRow> said = this.turns.ofSession(this.study.id(), this.session.id());
		Long unscripted = this.jdbc.sql("select id from unscripted_question where session_id = ?")
			.param(this.session.id())
			.query(Long.class)
			.single();

		assertThat(startQuestion(said.get(2).id(), "unscripted:" + unscripted, 0)).hasStatus3xxRedirection();

		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::questionId)
			.containsExactly(question(1), question(1), null, null, question(2), question(2));
		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::unscriptedQuestionId)
			.containsExactly(null, null, unscripted, unscripted, null, null);
		assertThat(startQuestion(said.get(0).id(), "none", 0)).hasStatus(HttpStatus.CONFLICT);
		assertThat(startQuestion(said.get(0).id(), "none", 1)).hasStatus3xxRedirection();
		assertThat(startQuestion(said.get(0).id(), "question:999999", 2)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(startQuestion(999_999_999L, "none", 2)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::questionId)
			.containsExactly(null, null, null, null, question(2), question(2));
	}

	@Test
	@DisplayName("X4 the reading view shows codes, times, questions and an anchor for each turn")
	void readingViewShowsTheTalk() {
		importFile();
		Long first = this.turns.ofSession(this.study.id(), this.session.id()).get(0).id();

		for (Role role : List.of(Role.LEAD, Role.FACILITATOR, Role.ANALYST)) {
			assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(role))).hasStatusOk()
				.bodyText()
				.contains("id=\"turn-" + first + "\"", "href=\"#turn-" + first + "\"", "Q1 Joy in work", "00:07",
						"Which moments in your work give you joy?", "What makes the job difficult?")
				.doesNotContain("Maria", "Lopez", "Gracie");
		}
	}

	@Test
	@DisplayName("X3 speakers are corrected later: two change places, and two become one")
	void speakersAreCorrected() {
		importFile();
		List<TurnRow> before = this.turns.ofSession(this.study.id(), this.session.id());

		assertThat(recast("participant:" + this.session.grace(), "participant:" + this.session.maria(), 0))
			.hasStatus3xxRedirection();
		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::speaker)
			.containsExactly("Moderator", "P04", "P03", "P03", "Moderator", "P04");

		assertThat(recast("participant:" + this.session.maria(), "participant:" + this.session.maria(), 1))
			.hasStatus3xxRedirection();
		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::speaker)
			.containsExactly("Moderator", "P03", "P03", "P03", "Moderator", "P03");
		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::id)
			.isEqualTo(before.stream().map(TurnRow::id).toList());
	}

	@ParameterizedTest
	@CsvSource({ "LEAD,200,302", "FACILITATOR,200,302", "ANALYST,403,403", "LEADER,403,403" })
	@DisplayName("X3 P3 only the lead and the session's facilitators import and see the preview")
	void onlyTheSessionsOwnPeopleImport(Role role, int previewStatus, int importStatus) {
		String preview = address(upload("talk.vtt", FILE, Role.LEAD));

		assertThat(this.mvc.get().uri(preview).with(this.study.as(role))).hasStatus(previewStatus);
		assertThat(importAs(role, preview, this.session.moderator(), "other", "other")).hasStatus(importStatus);
	}

	@Test
	@DisplayName("P3 facilitators of other sessions find nothing, and analysts no form and no speakers to correct")
	void othersFindNothing() {
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(this.study.id(), stranger, Role.FACILITATOR);
		String preview = address(upload("talk.vtt", FILE, Role.LEAD));

		assertThat(this.mvc.get().uri(this.session.path()).with(stranger.signedIn())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(preview).with(stranger.signedIn())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).hasStatusOk()
			.bodyText()
			.contains("There is no transcript yet")
			.doesNotContain("type=\"file\"");
		importAs(Role.LEAD, preview, this.session.moderator(), "other", "other");
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).bodyText()
			.doesNotContain("/speakers", "/removal");
		assertThat(this.mvc.post().uri(this.session.path() + "/speakers").param("version", "0").with(csrf()).with(stranger.signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post().uri(this.session.path() + "/removal").with(csrf()).with(stranger.signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("P3 an upload of another study is not found")
	void uploadsOfOthersAreNotFound() {
		String preview = address(upload("talk.vtt", FILE, Role.LEAD));
		HeldSession other = HeldSession.in(this.studies, this.studies.fresh());
		String upload = preview.substring(preview.lastIndexOf('/'));

		assertThat(this.mvc.get().uri(other.path() + "/uploads" + upload).with(other.study().as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.session.path()).with(other.study().as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "talk.docx | MOD: x | .vtt or a .txt", "talk.txt | nobody speaks | No speaker",
			"talk.vtt | no header | WEBVTT", "talk.txt | '' | empty or missing" })
	@DisplayName("X5 a bad file is refused beside the field and leaves nothing behind")
	void badFileIsRefused(String name, String content, String words) {
		MvcTestResult answer = upload(name, content, Role.FACILITATOR);

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("file-error", words);
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X5 a file of more than 20 MB, and a form without a file, are refused beside the field")
	void largeAndMissingFilesAreRefused() {
		byte[] large = new byte[TranscriptFiles.LARGEST + 1];

		assertThat(this.mvc.post().multipart().uri(this.session.path())
			.file(new MockMultipartFile("file", "talk.txt", "text/plain", large))
			.with(csrf())
			.with(this.study.as(Role.LEAD))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("larger than 20 MB");
		assertThat(this.mvc.post().uri(this.session.path()).with(csrf()).with(this.study.as(Role.LEAD)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.post().uri(this.session.path()).param("file", "no file").with(csrf()).with(this.study.as(Role.LEAD)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X2 a session that was not held yet takes no transcript")
	void sessionMustHaveBeenHeld() {
		this.jdbc.sql("update focus_group_session set stage = 'INVITED' where id = ?").param(this.session.id()).update();

		assertThat(upload("talk.vtt", FILE, Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.contains("has not been held yet")
			.doesNotContain("type=\"file\"");
	}

	@Test
	@DisplayName("X3 an upload is forgotten when discarded, when replaced, and after a day")
	void uploadsAreForgotten() {
		upload("talk.vtt", FILE, Role.LEAD);
		String preview = address(upload("talk.vtt", FILE, Role.LEAD));
		assertThat(count("transcript_upload")).isOne();

		assertThat(this.mvc.post().uri(preview + "/removal").with(csrf()).with(this.study.as(Role.LEAD)))
			.hasStatus3xxRedirection();
		assertThat(count("transcript_upload")).isZero();

		upload("talk.vtt", FILE, Role.LEAD);
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
		List<Future<Boolean>> results = pool
			.invokeAll(List.of(importing(start, one, Role.LEAD, voices), importing(start, other, Role.FACILITATOR, voices)));
		pool.shutdown();

		assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
		assertThat(count("transcript")).isOne();
		assertThat(count("turn")).isEqualTo(6);
		assertThat(count("transcript_upload")).isZero();
	}

	@Test
	@DisplayName("X3 a transcript is deleted only while nothing is coded on it")
	void codedTranscriptStays() {
		importFile();
		Long turn = this.turns.ofSession(this.study.id(), this.session.id()).get(1).id();
		Long theme = this.studies.insert("insert into theme (study_id, name, theme_group, colour) "
				+ "values (?, 'Joy', 'POSITIVE', 1) returning id", this.study.id());
		Long coding = this.studies.insert("insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, "
				+ "end_at, coded_at) values (?, ?, ?, ?, ?, 0, 3, now()) returning id", this.study.id(), this.session.id(),
				turn, theme, this.study.person(Role.ANALYST).id());

		assertThat(delete()).hasStatus(HttpStatus.CONFLICT).bodyText().contains("carry themes");
		this.jdbc.sql("delete from coding where id = ?").param(coding).update();
		assertThat(delete()).hasStatus3xxRedirection();

		assertThat(count("turn")).isZero();
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.contains("type=\"file\"");
	}

	@Test
	@DisplayName("T2 the focus groups need a transcript or five notes of every session that was held")
	void stepNeedsTranscripts() {
		assertThat(isMet()).isFalse();

		importFile();

		assertThat(isMet()).isTrue();
	}

	@Test
	@DisplayName("X3 a file with a second transcript is refused once there is one")
	void secondTranscriptIsRefused() {
		importFile();

		assertThat(upload("talk.vtt", FILE, Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.imports.importUpload(this.study.id(), this.session.id(), UUID.randomUUID(),
					this.study.person(Role.LEAD).id(), List.of()))
			.withMessage("transcript.once");
	}

	@Test
	@DisplayName("X4 a transcript of 2,000 turns is imported and read in a moment")
	void longTranscriptsAreFluid() {
		StringBuilder file = new StringBuilder();
		for (int turn = 0; turn < 1000; turn++) {
			file.append("Moderator: And what else is there to say about it?\nMaria Lopez: Words of turn ")
				.append(turn)
				.append(".\n");
		}
		String preview = address(upload("talk.txt", file.toString(), Role.LEAD));
		importAs(Role.LEAD, preview, this.session.moderator(), "participant:" + this.session.maria());

		long start = System.nanoTime();
		assertThat(this.transcripts.find(this.study.id(), this.session.id()).orElseThrow().turns()).isEqualTo(2000);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).hasStatusOk();
		assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
	}

	private Callable<Boolean> importing(CyclicBarrier start, UUID upload, Role role, List<String> voices) {
		return () -> {
			start.await();
			try {
				this.imports.importUpload(this.study.id(), this.session.id(), upload, this.study.person(role).id(), voices);
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
				new Decoded(TranscriptFormat.WEBVTT, FILE));
	}

	private void importFile() {
		String preview = address(upload("talk.vtt", FILE, Role.FACILITATOR));
		assertThat(importAs(Role.FACILITATOR, preview, this.session.moderator(), "participant:" + this.session.maria(),
				"participant:" + this.session.grace())).hasStatus3xxRedirection();
	}

	private MvcTestResult upload(String name, String content, Role role) {
		return this.mvc.post().multipart().uri(this.session.path())
			.file(new MockMultipartFile("file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
			.with(csrf())
			.with(this.study.as(role))
			.exchange();
	}

	private static String address(MvcTestResult redirect) {
		return String.valueOf(redirect.getResponse().getRedirectedUrl());
	}

	private MvcTestResult importAs(Role role, String preview, String... voices) {
		return this.mvc.post().uri(preview).param("voice", voices).with(csrf()).with(this.study.as(role)).exchange();
	}

	private MvcTestResult startQuestion(Long turn, String question, int version) {
		return this.mvc.post()
			.uri(this.session.path() + "/turns/" + turn + "/question")
			.param("question", question)
			.param("version", String.valueOf(version))
			.with(csrf())
			.with(this.study.as(Role.ANALYST))
			.exchange();
	}

	private MvcTestResult recast(String third, String fourth, int version) {
		List<Long> speakers = this.jdbc.sql("select id from speaker where study_id = ? order by label")
			.param(this.study.id())
			.query(Long.class)
			.list();
		return this.mvc.post()
			.uri(this.session.path() + "/speakers")
			.param("version", String.valueOf(version))
			.param("speaker-" + speakers.get(1), (version == 0) ? third : fourth)
			.param("speaker-" + speakers.get(2), (version == 0) ? fourth : third)
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	private MvcTestResult delete() {
		return this.mvc.post()
			.uri(this.session.path() + "/removal")
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

	private Long question(int position) {
		return this.jdbc.sql("select id from guide_question where study_id = ? and position = ?")
			.params(this.study.id(), position)
			.query(Long.class)
			.single();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table + " where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

	private boolean isMet() {
		return this.progress.of(this.study.id())
			.step(StepName.SESSIONS)
			.criteria()
			.stream()
			.anyMatch((criterion) -> criterion.key().equals("transcript.all") && criterion.met());
	}

}
