package org.projectthrive.guide;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class QuestionPageTests extends GuideWalk {

	@Test
	@DisplayName("G1 a question is asked, read, reworded and dropped")
	void questionIsAskedRewordedDropped() {
		TestStudy study = withGuide("BLANK");

		MvcTestResult asked = post(study, "/guide/questions", Role.FACILITATOR,
				question("In-basket", "What would help?"));
		Long id = newest(study).questions().get(0).id();
		assertThat(asked).hasRedirectedUrl(study.path("/guide#question-" + id));
		assertThat(get(study, "/guide", Role.ANALYST)).bodyText()
			.contains("What would help?", "In-basket", "First probe", "Safety", "Daily improvement")
			.doesNotContain("/guide/questions/" + id);
		assertThat(get(study, "/guide/questions/" + id, Role.LEAD)).bodyText()
			.contains("What would help?", "name=\"version\"");

		assertThat(post(study, "/guide/questions/" + id, Role.LEAD,
				with(question("In-basket", "What would lighten it?"), "version", "0")))
			.hasStatus3xxRedirection();
		assertThat(newest(study).questions().get(0).wording()).isEqualTo("What would lighten it?");

		assertThat(post(study, "/guide/questions/" + id + "/removal", Role.LEAD)).hasStatus3xxRedirection();
		assertThat(newest(study).questions()).isEmpty();
	}

	@Test
	@DisplayName("G1 an invalid question comes back with what was entered and an error beside each field")
	void invalidQuestionComesBack() {
		TestStudy study = withGuide("BLANK");
		post(study, "/guide/questions", Role.LEAD, question("Pay", "What about it?"));

		MvcTestResult answer = post(study, "/guide/questions", Role.LEAD, "wording", "A question worth keeping",
				"domain", " pAY", "minutes", "61", "polarity", "ASSET");
		MvcTestResult unreadable = post(study, "/guide/questions", Role.LEAD,
				with(question(" pAY", "Another worth keeping"), "minutes", "five"));

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(answer).bodyText()
			.contains("A question worth keeping", "domain-error", "Another question has this domain", "minutes-error",
					"components-error");
		assertThat(unreadable).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(unreadable).bodyText()
			.contains("Another worth keeping", "value=\"five\"", "minutes-error")
			.doesNotContain("NumberFormat");
		assertThat(newest(study).questions()).hasSize(1);
	}

	@Test
	@DisplayName("G1 who saves over words that somebody changed meanwhile is told, and nothing is overwritten")
	void staleWordsAreRefused() {
		TestStudy study = withGuide("BLANK");
		post(study, "/guide/questions", Role.LEAD, question("Pay", "What about it?"));
		Long id = newest(study).questions().get(0).id();
		post(study, "/guide/questions/" + id, Role.LEAD, with(question("Pay", "By the lead?"), "version", "0"));

		assertThat(post(study, "/guide/questions/" + id, Role.FACILITATOR,
				with(question("Pay", "By the facilitator?"), "version", "0")))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(newest(study).questions().get(0).wording()).isEqualTo("By the lead?");
	}

	@Test
	@DisplayName("G1 moving a question is no reason to refuse its new words")
	void movingKeepsTheVersion() {
		TestStudy study = withGuide("THRIVE");
		GuideQuestion second = newest(study).questions().get(1);

		post(study, "/guide/questions/" + second.id() + "/earlier", Role.FACILITATOR);

		assertThat(newest(study).question(second.id()).position()).isEqualTo(1);
		assertThat(newest(study).question(second.id()).version()).isEqualTo(second.version());
	}

	@Test
	@DisplayName("G3 questions move by one step, and to any place of any section")
	void questionsMove() {
		TestStudy study = withGuide("WHAT_MATTERS");
		List<Long> ids = ids(study);

		post(study, "/guide/questions/" + ids.get(0) + "/later", Role.LEAD);
		assertThat(ids(study)).containsExactly(ids.get(1), ids.get(0), ids.get(2), ids.get(3));
		post(study, "/guide/questions/" + ids.get(3) + "/position", Role.LEAD, "index", "0", "section", "");
		assertThat(ids(study)).containsExactly(ids.get(3), ids.get(1), ids.get(0), ids.get(2));

		post(study, "/guide/sections", Role.LEAD, "title", "What builds us up");
		Long section = newest(study).sections().get(0).id();
		post(study, "/guide/questions/" + ids.get(3) + "/position", Role.LEAD, "index", "0", "section",
				section.toString());
		assertThat(ids(study)).containsExactly(ids.get(1), ids.get(0), ids.get(2), ids.get(3));
		assertThat(get(study, "/guide", Role.LEAD)).bodyText().contains("What builds us up");
		assertThat(post(study, "/guide/questions/" + ids.get(3) + "/position", Role.LEAD, "index", "0", "section", "0"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("G1 a section is renamed and taken away, and its questions stay")
	void sectionsComeAndGo() {
		TestStudy study = withGuide("WHAT_MATTERS");
		assertThat(post(study, "/guide/sections", Role.LEAD, "title", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		post(study, "/guide/sections", Role.LEAD, "title", "First");
		Long section = newest(study).sections().get(0).id();
		post(study, "/guide/questions/" + ids(study).get(3) + "/later", Role.LEAD);

		post(study, "/guide/sections/" + section, Role.LEAD, "title", "Renamed");
		assertThat(get(study, "/guide/sections/" + section, Role.LEAD)).bodyText().contains("value=\"Renamed\"");
		assertThat(post(study, "/guide/sections/" + section + "/removal", Role.LEAD)).hasStatus3xxRedirection();

		assertThat(newest(study).sections()).isEmpty();
		assertThat(newest(study).questions()).hasSize(4);
	}

	@Test
	@DisplayName("G3 the linter's remarks stand beside the questions and never block")
	void remarksNeverBlock() {
		TestStudy study = withGuide("BLANK");
		String[] leading = question("In-basket burden", "Do you agree that it is too much?");
		post(study, "/guide/questions", Role.LEAD, with(leading, "minutes", "60"));

		assertThat(get(study, "/guide", Role.LEAD)).bodyText()
			.contains("“Do you agree” suggests the answer", "“burden” in the domain name", "need 10 min more");
		assertThat(post(study, "/guide/publication", Role.LEAD)).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("G3 the slot can be set, and the minutes are counted against it")
	void slotCanBeSet() {
		TestStudy study = withGuide("THRIVE");

		assertThat(post(study, "/guide/details", Role.LEAD, "title", "Ours", "slotMinutes", "45"))
			.hasStatus3xxRedirection();

		assertThat(get(study, "/guide", Role.LEAD)).bodyText().contains("Ours", "of 35 min", "need 15 min more");
		assertThat(post(study, "/guide/details", Role.LEAD, "title", "", "slotMinutes", "14"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	@DisplayName("G1 a question of another study is not there")
	void questionOfAnotherStudyIsNotThere() {
		Long foreign = ids(withGuide("THRIVE")).get(0);
		TestStudy study = withGuide("THRIVE");

		assertThat(get(study, "/guide/questions/" + foreign, Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(study, "/guide/questions/" + foreign + "/removal", Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(study, "/guide/versions/2", Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
	}

}
