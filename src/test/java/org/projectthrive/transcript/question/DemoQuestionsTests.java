package org.projectthrive.transcript.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.platform.demo.DemoTranscript;
import org.projectthrive.platform.demo.DemoTranscript.Line;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is proposed for the demo's six sessions, beside where its author put the
 * questions.
 */
class DemoQuestionsTests {

	private static final DemoStudy DEMO = new DemoStudy();

	private static final List<String> UNSCRIPTED = List.of("difficult", "well");

	private static List<Asked> guide = List.of();

	private int turns;

	private int rightTurns;

	private int starts;

	private int rightStarts;

	private int proposed;

	private int sure;

	private int sureAndWrong;

	private final List<String> missed = new ArrayList<>();

	@BeforeAll
	static void readGuide() {
		guide = DEMO.yaml("guide.yaml", new TypeReference<DemoGuide>() {
		}).questions().stream().map((one) -> Asked.ofGuide(one.wording(), one.domain(), one.probes())).toList();
	}

	@Test
	@DisplayName("X4 in the demo's sessions the guide's questions are found exactly where they are asked")
	void guideQuestionsAreFound() {
		DemoStudy.SESSIONS.forEach((slug) -> compare(DemoTranscript.read(DEMO, slug), false));
		report("guide");

		assertThat((double) this.rightStarts / this.starts).as("starts found").isGreaterThan(0.98);
		assertThat(this.proposed - this.rightStarts).as("starts proposed where none is").isLessThanOrEqualTo(1);
		assertThat((double) this.rightTurns / this.turns).as("turns of the guide's questions").isGreaterThan(0.95);
		assertThat(this.sureAndWrong).as("sure and wrong").isZero();
		assertThat(this.sure).as("sure").isGreaterThan(this.starts * 9 / 10);
	}

	@Test
	@DisplayName("X4 with the unscripted questions as they were noted, nine in ten turns lie under their question")
	void unscriptedQuestionsAreFound() {
		DemoStudy.SESSIONS.forEach((slug) -> compare(DemoTranscript.read(DEMO, slug), true));
		report("guide and unscripted");

		assertThat((double) this.rightTurns / this.turns).as("turns of all questions").isGreaterThan(0.9);
	}

	private void compare(List<Line> lines, boolean unscripted) {
		List<Asked> asked = new ArrayList<>(guide);
		if (unscripted) {
			asked.add(Asked.unscripted("What makes your job difficult?", opened(lines, "difficult")));
			asked.add(Asked.unscripted("What is happening when things are going well?", opened(lines, "well")));
		}
		List<Said> said = lines.stream()
			.map((line) -> new Said(!line.speaker().startsWith("P"), line.text(), line.startsMs()))
			.toList();
		int current = QuestionFinder.NONE;
		List<Stretch> found = new ArrayList<>(new QuestionFinder(asked).find(said));
		this.proposed += found.size();
		for (Line line : lines) {
			boolean starts = !found.isEmpty() && found.get(0).turn() == line.position() - 1;
			Stretch start = starts ? found.remove(0) : null;
			current = (start != null) ? start.question() : current;
			boolean right = current == question(line);
			count(line, start, right, isAsked(lines, line));
			if ((question(line) < guide.size()) ? question(line) >= 0 : unscripted) {
				this.turns++;
				this.rightTurns += right ? 1 : 0;
			}
		}
	}

	private void count(Line line, @Nullable Stretch start, boolean right, boolean first) {
		this.starts += first ? 1 : 0;
		this.rightStarts += (first && right) ? 1 : 0;
		if ((first || start != null) && !right) {
			this.missed.add(line.position() + " " + line.part() + " " + start + " " + line.text());
		}
		if (start != null && start.confidence() >= QuestionFinder.SURE) {
			this.sure++;
			this.sureAndWrong += right ? 0 : 1;
		}
	}

	/** Where a part of the guide begins with a turn of a facilitator. */
	private static boolean isAsked(List<Line> lines, Line line) {
		return line.part().startsWith("q") && !line.speaker().startsWith("P")
				&& (line.position() == 1 || !lines.get(line.position() - 2).part().equals(line.part()));
	}

	private static int question(Line line) {
		if (line.part().startsWith("q")) {
			return Integer.parseInt(line.part().substring(1)) - 1;
		}
		int unscripted = UNSCRIPTED.indexOf(line.part());
		return (unscripted >= 0) ? guide.size() + unscripted : QuestionFinder.NONE;
	}

	/**
	 * Whoever takes notes writes an unscripted question down some seconds after it came
	 * up.
	 */
	private static Integer opened(List<Line> lines, String part) {
		return Objects.requireNonNull(lines.stream()
			.filter((line) -> line.part().equals(part))
			.map((line) -> line.startsMs() + 15_000)
			.findFirst()
			.orElse(0));
	}

	private void report(String what) {
		System.out.printf(
				"X4 %s: %d of %d starts found, %d proposed, %d sure (%d of them wrong); %d of %d turns right%n", what,
				this.rightStarts, this.starts, this.proposed, this.sure, this.sureAndWrong, this.rightTurns,
				this.turns);
		this.missed.forEach((line) -> System.out.println("  not as its author has it: " + line));
	}

	record DemoGuide(String title, List<DemoQuestion> questions) {
	}

	record DemoQuestion(String key, String domain, String wording, String intent, String polarity, int minutes,
			List<String> components, List<String> probes) {
	}

}
