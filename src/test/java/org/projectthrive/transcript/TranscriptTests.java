package org.projectthrive.transcript;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.transcript.Turns.TurnRow;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class TranscriptTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Turns turns;

	@Autowired
	private ProgressService progress;

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
	@DisplayName("X2 X4 turns have their times and the question that was asked before them")
	void turnsHaveTimesAndQuestions() {
		this.desk.importFile();

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
	@DisplayName("X4 the reading view shows codes, times, questions and an anchor for each turn")
	void readingViewShowsTheTalk() {
		this.desk.importFile();
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
		this.desk.importFile();
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

	@Test
	@DisplayName("X3 who corrects speakers beside somebody else loses nothing: the choice stays, and who it is now is shown")
	void speakersAreCorrectedByTwo() {
		this.desk.importFile();
		String maria = "participant:" + this.session.maria();
		String grace = "participant:" + this.session.grace();
		assertThat(recast(grace, maria, 0)).hasStatus3xxRedirection();

		MvcTestResult second = recast("other", maria, 0);

		assertThat(second).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("what you chose is kept", "name=\"version\" value=\"1\"", "value=\"other\" selected=\"selected\"",
					"P04, 2 turns", "id=\"speakers\" open");
		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).extracting(TurnRow::speaker)
			.containsExactly("Moderator", "P04", "P03", "P03", "Moderator", "P04");
	}

	@Test
	@DisplayName("P3 facilitators of other sessions find nothing, and analysts no form and no speakers to correct")
	void othersFindNothing() {
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(this.study.id(), stranger, Role.FACILITATOR);
		String preview = this.desk.uploaded("talk.vtt", TranscriptDesk.FILE, Role.LEAD);

		assertThat(this.mvc.get().uri(this.session.path()).with(stranger.signedIn())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(preview).with(stranger.signedIn())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).hasStatusOk()
			.bodyText()
			.contains("There is no transcript yet")
			.doesNotContain("type=\"file\"");
		this.desk.importAs(Role.LEAD, preview, this.session.moderator(), "other", "other");
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST))).bodyText()
			.doesNotContain("/speakers", "/removal");
		assertThat(this.mvc.post()
			.uri(this.session.path() + "/speakers")
			.param("version", "0")
			.with(csrf())
			.with(stranger.signedIn())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post().uri(this.session.path() + "/removal").with(csrf()).with(stranger.signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("X3 a transcript is deleted only while nothing is coded on it")
	void codedTranscriptStays() {
		this.desk.importFile();
		Long turn = this.turns.ofSession(this.study.id(), this.session.id()).get(1).id();
		Long theme = this.studies.insert("insert into theme (study_id, name, theme_group, colour) "
				+ "values (?, 'Joy', 'POSITIVE', 1) returning id", this.study.id());
		Long coding = this.studies.insert(
				"insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, "
						+ "end_at, coded_at) values (?, ?, ?, ?, ?, 0, 3, now()) returning id",
				this.study.id(), this.session.id(), turn, theme, this.study.person(Role.ANALYST).id());

		assertThat(delete()).hasStatus(HttpStatus.CONFLICT).bodyText().contains("carry themes");
		this.jdbc.sql("delete from coding where id = ?").param(coding).update();
		assertThat(delete()).hasStatus3xxRedirection();

		assertThat(this.turns.ofSession(this.study.id(), this.session.id())).isEmpty();
		assertThat(this.mvc.get().uri(this.session.path()).with(this.study.as(Role.LEAD))).bodyText()
			.contains("type=\"file\"");
	}

	@Test
	@DisplayName("T2 the focus groups need a transcript or five notes of every session that was held")
	void stepNeedsTranscripts() {
		assertThat(isMet()).isFalse();

		this.desk.importFile();

		assertThat(isMet()).isTrue();
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

	private boolean isMet() {
		return this.progress.of(this.study.id())
			.step(StepName.SESSIONS)
			.criteria()
			.stream()
			.anyMatch((criterion) -> criterion.key().equals("transcript.all") && criterion.met());
	}

}
