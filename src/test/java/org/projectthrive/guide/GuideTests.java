package org.projectthrive.guide;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.guide.GuideComparison.Change;
import org.projectthrive.guide.question.JoyComponent;
import org.projectthrive.guide.question.Polarity;
import org.projectthrive.platform.error.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuideTests {

	@Test
	@DisplayName("G1 a question has words, domain, intent, polarity, probes, minutes and components")
	void questionSaysAllThatItMust() {
		GuideQuestion question = Guides.draft("In-basket").questions().get(0);

		assertThat(question.domain()).isEqualTo("In-basket");
		assertThat(question.intent()).isEqualTo("To learn");
		assertThat(question.polarity()).isEqualTo(Polarity.OPEN);
		assertThat(question.minutes()).isEqualTo(5);
		assertThat(question.probes()).containsExactly("Say more.", "And then?");
		assertThat(question.components()).containsExactly(JoyComponent.SAFETY);
	}

	@Test
	@DisplayName("G1 no two questions of a guide answer into one domain, whatever its case")
	void domainBelongsToOneQuestion() {
		Guide guide = Guides.draft("Pay", "Team");

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> guide.ask(Guides.question(" pay "), null))
			.withMessage("guide.domain.once");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> guide.reword(guide.questions().get(1), Guides.question("PAY")))
			.withMessage("guide.domain.once");
		guide.reword(guide.questions().get(0), Guides.question("pay"));
		assertThat(domains(guide)).containsExactly("pay", "Team");
	}

	@Test
	@DisplayName("G1 questions stand in sections; what stands in none comes first")
	void questionsStandInSections() {
		Guide guide = Guides.draft();
		GuideSection first = guide.addSection("First");
		GuideSection second = guide.addSection("Second");
		guide.ask(Guides.question("C"), second);
		guide.ask(Guides.question("B"), first);
		guide.ask(Guides.question("A"), null);

		assertThat(domains(guide)).containsExactly("A", "B", "C");
		assertThat(guide.questions()).extracting(GuideQuestion::position).containsExactly(1, 2, 3);
		assertThat(guide.parts()).extracting(GuideOutline.Part::section).containsExactly(null, first, second);
	}

	@Test
	@DisplayName("G1 a section that goes leaves its questions to what comes before it")
	void droppedSectionLeavesItsQuestions() {
		Guide guide = Guides.draft();
		GuideSection first = guide.addSection("First");
		GuideSection second = guide.addSection("Second");
		GuideSection third = guide.addSection("Third");
		guide.ask(Guides.question("A"), first);
		guide.ask(Guides.question("B"), second);
		guide.ask(Guides.question("C"), third);

		guide.drop(second);

		assertThat(domains(guide)).containsExactly("A", "B", "C");
		assertThat(guide.questions().get(1).section()).isSameAs(first);
		assertThat(guide.sections()).containsExactly(first, third);
	}

	@Test
	@DisplayName("G3 a question moves to any place, and the others close up")
	void questionMovesToAnyPlace() {
		Guide guide = Guides.draft("A", "B", "C", "D");

		guide.move(guide.questions().get(3), null, 1);
		assertThat(domains(guide)).containsExactly("A", "D", "B", "C");
		guide.move(guide.questions().get(0), null, 99);
		assertThat(domains(guide)).containsExactly("D", "B", "C", "A");
		guide.move(guide.questions().get(2), null, -1);
		assertThat(domains(guide)).containsExactly("C", "D", "B", "A");
		assertThat(guide.questions()).extracting(GuideQuestion::position).containsExactly(1, 2, 3, 4);
	}

	@Test
	@DisplayName("G3 one step up or down crosses into the neighbouring section, and stops at the ends")
	void stepsCrossSections() {
		Guide guide = Guides.draft("A", "B");
		GuideSection section = guide.addSection("Section");
		GuideQuestion last = guide.questions().get(1);

		guide.moveLater(last);
		assertThat(last.section()).isSameAs(section);
		assertThat(domains(guide)).containsExactly("A", "B");
		guide.moveLater(last);
		assertThat(domains(guide)).containsExactly("A", "B");
		guide.moveEarlier(last);
		assertThat(last.section()).isNull();
		guide.moveEarlier(last);
		guide.moveEarlier(last);
		assertThat(domains(guide)).containsExactly("B", "A");
	}

	@Test
	@DisplayName("G3 a dropped question leaves no gap, and minutes add up against the slot less ten")
	void minutesAddUp() {
		Guide guide = Guides.draft("A", "B", "C");
		guide.drop(guide.questions().get(0));

		assertThat(guide.questions()).extracting(GuideQuestion::position).containsExactly(1, 2);
		assertThat(guide.minutes()).isEqualTo(new GuideMinutes(10, 60));
		guide.describe("Short", 20);
		assertThat(guide.minutes().isOver()).isFalse();
		guide.describe("Shorter", 19);
		assertThat(guide.minutes().isOver()).isTrue();
	}

	@Test
	@DisplayName("G4 a guide without questions cannot be published")
	void cannotBePublishedWithoutQuestions() {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> Guides.draft().publish(1L, Guides.NOON))
			.withMessage("guide.questions.missing");
	}

	@Test
	@DisplayName("G4 publishing freezes a version against every change")
	void publishingFreezes() {
		Guide guide = Guides.draft("A");
		GuideSection section = guide.addSection("Section");
		guide.publish(1L, Guides.NOON);
		GuideQuestion question = guide.questions().get(0);

		List<Runnable> changes = List.of(() -> guide.ask(Guides.question("B"), null),
				() -> guide.reword(question, Guides.question("B")), () -> guide.move(question, section, 0),
				() -> guide.moveEarlier(question), () -> guide.moveLater(question), () -> guide.drop(question),
				() -> guide.addSection("More"), () -> guide.rename(section, "Other"), () -> guide.drop(section),
				() -> guide.describe("Other", 90), () -> guide.publish(2L, Guides.NOON));

		assertThat(changes)
			.allSatisfy((change) -> assertThatExceptionOfType(RuleViolation.class).isThrownBy(change::run)
				.withMessage("guide.frozen"));
	}

	@Test
	@DisplayName("G4 a revision is the next draft with the same questions under the same keys")
	void revisionIsTheNextDraft() {
		Guide guide = Guides.draft("A");
		guide.ask(Guides.question("B"), guide.addSection("Section"));
		guide.publish(1L, Guides.NOON);

		Guide revision = guide.revise();

		assertThat(revision.isDraft()).isTrue();
		assertThat(revision.number()).isEqualTo(2);
		assertThat(revision.questions()).extracting(GuideQuestion::key)
			.isEqualTo(guide.questions().stream().map(GuideQuestion::key).toList());
		assertThat(revision.questions().get(1).section()).isSameAs(revision.sections().get(0));
		revision.reword(revision.questions().get(0), Guides.question("A", "Other words?", Polarity.ASSET, 9));
		assertThat(guide.questions().get(0).wording()).isEqualTo("What about this?");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(revision::revise).withMessage("guide.draft.exists");
	}

	@Test
	@DisplayName("G2 a copy for another study is its first draft, and its questions are new ones")
	void copyHasItsOwnQuestions() {
		Guide guide = Guides.published("A").revise();

		Guide copy = guide.copyFor(8L);

		assertThat(copy.studyId()).isEqualTo(8L);
		assertThat(copy.number()).isEqualTo(1);
		assertThat(copy.questions().get(0).key()).isNotEqualTo(guide.questions().get(0).key());
		assertThat(copy.questions().get(0).text()).isEqualTo(guide.questions().get(0).text());
	}

	@Test
	@DisplayName("G4 a comparison tells what was reworded, moved, added and dropped")
	void comparisonTellsWhatChanged() {
		Guide before = Guides.published("A", "B", "C", "D");
		Guide after = before.revise();
		after.drop(after.questions().get(1));
		after.reword(after.questions().get(2), Guides.question("D", "Other words?", Polarity.OPEN, 5));
		after.ask(Guides.question("E"), null);

		assertThat(GuideComparison.of(before, after).rows()).extracting(GuideComparison.Row::change)
			.containsExactly(Change.SAME, Change.MOVED, Change.REWORDED, Change.ADDED, Change.DROPPED);
	}

	@Test
	@DisplayName("G2 the templates are guides that the linter has nothing to say about, within an hour")
	void templatesAreSound() {
		GuideTemplates templates = new GuideTemplates();

		Guide thrive = templates.thrive().guideFor(7L);
		Guide whatMatters = templates.whatMatters().guideFor(7L);

		assertThat(thrive.questions()).hasSize(9);
		assertThat(whatMatters.questions()).hasSize(4);
		assertThat(Set.of(thrive, whatMatters)).allSatisfy((guide) -> {
			assertThat(GuideLinter.read(guide).count()).isZero();
			assertThat(guide.questions()).noneMatch((question) -> question.components().isEmpty());
		});
		assertThat(templates.blank("Ours").guideFor(7L).questions()).isEmpty();
	}

	@Test
	@DisplayName("G5 the run sheet tells at which minute each question and the close begin")
	void runSheetTellsTheMinute() {
		Guide guide = Guides.draft("A", "B");
		guide.ask(Guides.question("C"), guide.addSection("Section"));

		RunSheet sheet = RunSheet.of(guide);

		assertThat(sheet.lines()).extracting(RunSheet.Line::minute).containsExactly(5, 10, 15);
		assertThat(sheet.lines()).extracting(RunSheet.Line::heading).containsExactly("", "", "Section");
		assertThat(sheet.close()).isEqualTo(20);
	}

	private static List<String> domains(Guide guide) {
		return guide.questions().stream().map(GuideQuestion::domain).toList();
	}

}
