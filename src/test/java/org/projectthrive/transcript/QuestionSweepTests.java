package org.projectthrive.transcript;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.transcript.Turns.TurnRow;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class QuestionSweepTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private Turns turns;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private HeldSession session;

	@BeforeEach
	void importTalk() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
		new TranscriptDesk(this.mvc, this.session).importFile();
	}

	@Test
	@DisplayName("X4 a question starts at any turn by a plain form, and what follows belongs to it up to the next start")
	void questionStartsByForm() {
		Long turn = said().get(2).id();
		assertThat(page(turn)).hasStatusOk()
			.bodyText()
			.contains("What makes the job difficult?", "Q1 Joy in work", "None of the questions");

		assertThat(start(turn, unscripted(), 0)).hasStatus3xxRedirection();

		assertThat(asked()).containsExactly(q(1), q(1), unscripted(), unscripted(), q(2), q(2));
		assertThat(start(said().get(0).id(), "none", 0)).hasStatus(HttpStatus.CONFLICT);
		assertThat(start(said().get(0).id(), "none", 1)).hasStatus3xxRedirection();
		assertThat(start(said().get(0).id(), "question:999999", 2)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(start(999_999_999L, "none", 2)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(asked()).containsExactly("none", "none", unscripted(), unscripted(), q(2), q(2));
		assertThat(audited("transcript.question.changed")).isEqualTo(2);
	}

	@Test
	@DisplayName("X4 questions are proposed after import and stay proposals until somebody confirms them")
	void proposalsAreKeptUntilConfirmed() {
		assertThat(show()).bodyText()
			.contains("nobody has confirmed it yet", "Confirm the questions")
			.doesNotContain("Undo the last change");

		assertThat(save(0, start(0, q(1)), start(4, q(2)))).hasStatus3xxRedirection();

		assertThat(show()).bodyText()
			.contains("Confirmed by Test analyst", "Undo the last change")
			.doesNotContain("nobody has confirmed");
		assertThat(audited("transcript.questions.confirmed")).isEqualTo(1);
	}

	@Test
	@DisplayName("X4 a start of which the finder is not sure is shown as uncertain")
	void uncertainStartsAreShown() {
		assertThat(show()).bodyText().doesNotContain("stretch-unsure");

		this.jdbc.sql("update question_proposal set confidence = 20 where turn_id = ?")
			.param(said().get(4).id())
			.update();

		assertThat(show()).bodyText().contains("One start is uncertain.", "How sure: 20 of 100");
	}

	@Test
	@DisplayName("X4 all starts are saved in one sweep: moved, added, removed, and outside the guide; the save is undone")
	void sweepIsSavedAndUndone() {
		List<String> proposed = asked();

		assertThat(save(0, start(1, q(3)), start(2, "none"), start(3, unscripted()), start(5, q(1))))
			.hasStatus3xxRedirection();
		assertThat(asked()).containsExactly("none", q(3), "none", unscripted(), unscripted(), q(1));
		assertThat(save(1)).hasStatus3xxRedirection();
		assertThat(asked()).containsOnly("none");

		assertThat(undo(1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(undo(2)).hasStatus3xxRedirection();
		assertThat(asked()).containsExactly("none", q(3), "none", unscripted(), unscripted(), q(1));
		assertThat(undo(3)).hasStatus3xxRedirection();
		assertThat(asked()).isEqualTo(proposed);
		assertThat(show()).bodyText().contains("nobody has confirmed it yet");
		assertThat(undo(4)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("no change of the questions to undo");
	}

	@Test
	@DisplayName("X4 of two people who correct at once the second sees both, and nothing is overwritten or lost")
	void secondSeesBoth() {
		assertThat(save(0, start(0, q(3)))).hasStatus3xxRedirection();

		assertThat(save(0, start(3, q(1)))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Somebody else has changed the questions meanwhile", "name=\"version\" value=\"1\"",
					"value=\"" + start(3, q(1)) + "\"", "Q3 Pandemic");

		assertThat(asked()).containsOnly(q(3));
	}

	@Test
	@DisplayName("X4 starts at turns or of questions of another session are not there")
	void foreignStartsAreRefused() {
		HeldSession other = HeldSession.in(this.studies, this.studies.fresh());
		new TranscriptDesk(this.mvc, other).importFile();
		Long foreign = this.turns.ofSession(other.study().id(), other.id()).get(0).id();

		assertThat(save(0, foreign + "=none")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(save(0, said().get(0).id() + "=unscripted:999999999")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(save(0, "nonsense")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(asked()).containsExactly(q(1), q(1), q(1), q(1), q(2), q(2));
	}

	private MvcTestResult show() {
		return this.mvc.get().uri(this.session.path()).with(this.study.as(Role.ANALYST)).exchange();
	}

	private MvcTestResult page(Long turn) {
		return this.mvc.get().uri(this.session.path() + "/turns/" + turn).with(this.study.as(Role.ANALYST)).exchange();
	}

	private MvcTestResult start(Long turn, String question, int version) {
		return this.mvc.perform(MockMvcRequestBuilders.post(this.session.path() + "/turns/" + turn + "/question")
			.param("question", question)
			.param("version", String.valueOf(version))
			.with(csrf())
			.with(this.study.as(Role.ANALYST)));
	}

	private MvcTestResult save(int version, String... starts) {
		return this.mvc.perform(MockMvcRequestBuilders.post(this.session.path() + "/questions")
			.param("start", starts)
			.param("version", String.valueOf(version))
			.with(csrf())
			.with(this.study.as(Role.ANALYST)));
	}

	private MvcTestResult undo(int version) {
		return this.mvc.perform(MockMvcRequestBuilders.post(this.session.path() + "/questions/undo")
			.param("version", String.valueOf(version))
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR)));
	}

	private String start(int turn, String question) {
		return said().get(turn).id() + "=" + question;
	}

	private List<TurnRow> said() {
		return this.turns.ofSession(this.study.id(), this.session.id());
	}

	private List<String> asked() {
		return said().stream()
			.map((turn) -> Stream.of((turn.questionId() != null) ? "question:" + turn.questionId() : "",
					(turn.unscriptedQuestionId() != null) ? "unscripted:" + turn.unscriptedQuestionId() : "", "none")
				.filter((value) -> !value.isEmpty())
				.findFirst()
				.orElseThrow())
			.toList();
	}

	private String q(int position) {
		return "question:" + this.jdbc.sql("select id from guide_question where study_id = ? and position = ?")
			.params(this.study.id(), position)
			.query(Long.class)
			.single();
	}

	private String unscripted() {
		return "unscripted:" + this.jdbc.sql("select id from unscripted_question where session_id = ?")
			.param(this.session.id())
			.query(Long.class)
			.single();
	}

	private long audited(String action) {
		return this.jdbc.sql("select count(*) from audit_event where study_id = ? and action = ?")
			.params(this.study.id(), action)
			.query(Long.class)
			.single();
	}

}
