package org.projectthrive.platform.demo;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.platform.demo.DemoTranscript.Line;
import org.projectthrive.platform.demo.DemoTranscript.Mark;

import static org.assertj.core.api.Assertions.assertThat;

class DemoTranscriptTests {

	@Test
	void marksNestAndCountCodePoints() {
		DemoMarkup markup = DemoMarkup.read("A 😀 {team*|good {joy|day}} out.");

		assertThat(markup.text()).isEqualTo("A 😀 good day out.");
		assertThat(markup.marks()).containsExactlyInAnyOrder(new Mark("team", true, 4, 12),
				new Mark("joy", false, 9, 12));
	}

	static List<String> sessions() {
		return DemoStudy.SESSIONS;
	}

	@ParameterizedTest
	@MethodSource("sessions")
	void everySessionCanBeRead(String slug) {
		assertThat(DemoTranscript.read(new DemoStudy(), slug)).hasSizeGreaterThan(70)
			.allSatisfy((line) -> assertThat(line.text()).isNotBlank().doesNotContain("{", "}", "|"))
			.isSortedAccordingTo(Comparator.comparingInt(Line::startsMs));
	}

}
