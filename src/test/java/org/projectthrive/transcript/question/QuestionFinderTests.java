package org.projectthrive.transcript.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionFinderTests {

	private static final List<Asked> GUIDE = List.of(
			asked("Which moments in your work give you joy?", "Joy in work", "Who was with you?"),
			asked("What would let you feel more valued here?", "Being valued", "Who would it have to come from?"),
			asked("What does the in-basket do to your day?", "In-basket", "What arrives there that is not yours?"),
			asked("What did the pandemic change about your practice?", "Pandemic", "Which change would you keep?"),
			asked("What part does having a say over your own work play in keeping you well?", "Autonomy",
					"Where would one more choice matter most?"));

	@Test
	@DisplayName("X4 turns belong to a question from where the facilitator asks it up to the next")
	void turnsBelongToTheQuestionBeforeThem() {
		assertThat(find(mod("Welcome to our lunch."), mod("So, which moments of your working day give you joy?"),
				said("I feel valued in the pandemic change."), mod("Say more."),
				mod("And what would help you to feel valued here?"), said("Thanks.")))
			.containsExactly(-1, 0, 0, 0, 1, 1);
	}

	@Test
	@DisplayName("X4 questions asked out of order, left out and come back to are found")
	void anyOrderIsFound() {
		assertThat(find(mod("What did the pandemic change about your practice?"),
				mod("What would let you feel more valued here?"), mod("Which moments in your work give you joy?")))
			.containsExactly(3, 1, 0);
		assertThat(find(mod("Which moments in your work give you joy?"), said("Lunch."),
				mod("What would let you feel more valued here?"), said("A word."),
				mod("What did the pandemic change for you in practice?"), said("All of it."),
				mod("Let me go back to feeling valued for a moment. Who would it have to come from?"),
				said("My peers.")))
			.containsExactly(0, 0, 1, 1, 3, 3, 1, 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Okay, thank you, that's wonderful. Let's move on to the in-basket, if I may. | 2
			I'd love to hear about your inbox next. What's that like for you? | 2
			So tell us, when have you felt happy in your job lately? Which moments were those? | 0
			Great. What would make you feel appreciated around here? | 1
			Now, Covid. How did it alter the way you practice? | 3
			Number five. How much say do you have over what you do all day? | 4
			How important is control over your own work for your wellbeing? | 4
			Thank you so much, everybody, please help yourselves to more coffee. | -1
			I appreciate that, and it's great to work with all of you today. | -1
			Could you say a bit more about that? | -1
			Let me read back: it's the amount, nobody sorts it, and it isn't counted. | -1
			""")
	@DisplayName("X4 a question is found when it is asked in other words, and politeness is not a question")
	void paraphrasesAreFound(String words, int question) {
		assertThat(find(mod("Hello, and thank you for coming."), said("Hello."), mod(words))[2]).isEqualTo(question);
	}

	@Test
	@DisplayName("X4 what participants say starts no question, whichever words they use")
	void participantsStartNothing() {
		assertThat(find(said("Which moments in your work give you joy? That is what they will ask."),
				said("What would let you feel more valued here?")))
			.containsExactly(-1, -1);
		assertThat(new QuestionFinder(List.of()).find(List.of(mod("Which moments?")))).isEmpty();
	}

	@Test
	@DisplayName("X4 a long welcome that names every topic starts none of them as surely as the question does")
	void welcomeIsNotEveryQuestion() {
		assertThat(find(
				mod("Welcome. We are glad that you came. There is coffee at the back. We will record this. Over lunch "
						+ "today we have five topics. There will be time for everybody. Nobody has to agree with anybody."),
				said("Fine."), mod("Which moments in your work give you joy?"), said("Lunch.")))
			.containsExactly(-1, -1, 0, 0);
	}

	@Test
	@DisplayName("X4 an unscripted question is found by its words near the time when it was noted, or by the time alone")
	void unscriptedQuestionsAreFound() {
		List<Asked> asked = new ArrayList<>(GUIDE);
		asked.add(Asked.unscripted("What makes the evenings so long?", 300_000));
		asked.add(Asked.unscripted("Who helps when somebody is ill?", 500_000));
		List<Said> turns = List.of(new Said(true, "Which moments in your work give you joy?", 0),
				new Said(false, "Lunch.", 60_000), new Said(true, "And what makes evenings long for you?", 280_000),
				new Said(false, "The inbox.", 320_000), new Said(false, "And then somebody falls ill.", 480_000),
				new Said(false, "Nobody comes.", 560_000),
				new Said(true, "What would let you feel more valued here?", 700_000));

		List<Stretch> found = new QuestionFinder(asked).find(turns);

		assertThat(found).extracting(Stretch::turn).containsExactly(0, 2, 4, 6);
		assertThat(found).extracting(Stretch::question).containsExactly(0, 5, 6, 1);
		assertThat(found.get(1).confidence()).isGreaterThanOrEqualTo(QuestionFinder.SURE);
		assertThat(found.get(2).confidence()).isLessThan(QuestionFinder.SURE);
	}

	@Test
	@DisplayName("X4 the very words are sure, a faint likeness is not")
	void confidenceTellsHowSure() {
		List<Stretch> found = new QuestionFinder(GUIDE).find(List.of(mod("Which moments in your work give you joy?"),
				said("Lunch."), mod("And what do you feel about lunch?")));

		assertThat(found.get(0).confidence()).isGreaterThan(90);
		assertThat(found.get(1).question()).isEqualTo(1);
		assertThat(found.get(1).confidence()).isLessThan(QuestionFinder.SURE);
	}

	private static int[] find(Said... turns) {
		int[] questions = new int[turns.length];
		Arrays.fill(questions, QuestionFinder.NONE);
		for (Stretch stretch : new QuestionFinder(GUIDE).find(List.of(turns))) {
			Arrays.fill(questions, stretch.turn(), turns.length, stretch.question());
		}
		return questions;
	}

	private static Asked asked(String wording, String domain, String probe) {
		return Asked.ofGuide(wording, domain, List.of(probe));
	}

	private static Said mod(String words) {
		return new Said(true, words, null);
	}

	private static Said said(String words) {
		return new Said(false, words, null);
	}

}
