package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.platform.demo.DemoTranscript;
import org.projectthrive.platform.demo.DemoTranscript.Line;
import org.projectthrive.transcript.QuestionFinder.Asked;
import org.projectthrive.transcript.QuestionFinder.Said;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionFinderTests {

	private static final List<Asked> GUIDE = List.of(
			new Asked("Which moments in your work give you joy?", "Joy in work"),
			new Asked("What would let you feel more valued here?", "Being valued"),
			new Asked("What did the pandemic change about your practice?", "Pandemic"));

	@Test
	@DisplayName("X4 turns belong to a question from where the facilitator asks it up to the next")
	void turnsBelongToTheQuestionBeforeThem() {
		int[] found = new QuestionFinder(GUIDE)
			.find(List.of(mod("Welcome to our lunch."), mod("So, which moments of your working day give you joy?"),
					said("I feel valued in the pandemic change."), mod("Say more."),
					mod("And what would help you to feel valued here?"), said("Thanks.")));

		assertThat(found).containsExactly(-1, 0, 0, 0, 1, 1);
	}

	@Test
	@DisplayName("X4 the order of the guide is preferred, but a question that is clearly asked early is found")
	void orderIsPreferred() {
		int[] found = new QuestionFinder(GUIDE).find(List.of(mod("What did the pandemic change about your practice?"),
				mod("What would let you feel more valued here?"), mod("Which moments in your work give you joy?")));

		assertThat(found).containsExactly(2, 1, 0);
		assertThat(new QuestionFinder(GUIDE).find(List.of(mod("What would let you feel more valued here?"),
				mod("Are there moments that give you that?"), mod("What did the pandemic change for you?"))))
			.containsExactly(1, 1, 2);
	}

	@Test
	@DisplayName("X4 nothing is proposed without a guide or a facilitator")
	void nothingIsProposedWithoutGuide() {
		assertThat(new QuestionFinder(List.of()).find(List.of(mod("Which moments?")))).containsExactly(-1);
		assertThat(new QuestionFinder(GUIDE).find(List.of(said("Which moments in your work give you joy?"))))
			.containsExactly(-1);
	}

	static List<String> sessions() {
		return DemoStudy.SESSIONS;
	}

	@ParameterizedTest
	@MethodSource("sessions")
	@DisplayName("X4 in the demo's sessions nine in ten turns of the guide's questions are found where they belong")
	void demoIsFound(String slug) {
		DemoStudy demo = new DemoStudy();
		DemoGuide guide = demo.yaml("guide.yaml", new TypeReference<DemoGuide>() {
		});
		List<Line> lines = DemoTranscript.read(demo, slug);
		List<Said> said = lines.stream().map((line) -> new Said(!line.speaker().startsWith("P"), line.text())).toList();

		int[] found = new QuestionFinder(
				guide.questions().stream().map((one) -> new Asked(one.wording(), one.domain())).toList())
			.find(said);

		List<Line> missed = new ArrayList<>();
		int asked = 0;
		for (int turn = 0; turn < found.length; turn++) {
			if (lines.get(turn).part().startsWith("q")) {
				asked++;
				int expected = Integer.parseInt(lines.get(turn).part().substring(1)) - 1;
				if (found[turn] != expected) {
					missed.add(lines.get(turn));
				}
			}
		}
		assertThat((double) missed.size() / asked).as("missed: " + missed).isLessThan(0.1);
	}

	private static Said mod(String words) {
		return new Said(true, words);
	}

	private static Said said(String words) {
		return new Said(false, words);
	}

	record DemoGuide(String title, List<DemoQuestion> questions) {
	}

	record DemoQuestion(String key, String domain, String wording, String intent, String polarity, int minutes,
			List<String> components, List<String> probes) {
	}

}
