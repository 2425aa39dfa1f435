package org.projectthrive.session.names;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedLengthTests {

	private static final int LONGEST = 200;

	/** Short names, and long stand-ins. */
	private static final NameCover COVER = new KnownNames(
			List.of(new Person("Al Wu", "", "", "[Note-taker 12]", 2), new Person("Q Ix", "", "", "[Moderator 2]", 2),
					new Person("Ana Day", "", "", "P1234", 2), new Person("Jo Bo", "", "jo@b.c", "[team member]", 0)),
			List.of())
		.cover();

	@ParameterizedTest
	@MethodSource("standIns")
	@DisplayName("P3 whatever stands for a name counts nothing")
	void standInsCountNothing(String standIn) {
		assertThat(TypedLength.of(standIn + " met " + standIn + "s.")).isEqualTo(" met s.".length());
	}

	static Stream<String> standIns() {
		return Stream.concat(
				Stream.of("P01", "P1234", "[Moderator]", "[Note-taker 12]", "[team member]", "[manager]", "[site]"),
				Stream.of(Kind.values()).map(Kind::cover));
	}

	@Test
	@DisplayName("P3 any other words count, in code points, whatever line ends a browser sends")
	void wordsCount() {
		assertThat(TypedLength.of("🎉 a\r\nb")).isEqualTo(5);
		assertThat(TypedLength.of("XP01 P1 [1] [] [a b] p01")).isEqualTo("XP01 P1 [1] []  p01".length());
		assertThat(TypedLength.fits("x".repeat(LONGEST - 1), LONGEST)).isTrue();
		assertThat(TypedLength.fits("x".repeat(LONGEST), LONGEST)).isTrue();
		assertThat(TypedLength.fits("x".repeat(LONGEST + 1), LONGEST)).isFalse();
	}

	@Test
	@DisplayName("P3 a text that fits still fits once the names were taken out of it, however short they are, and has room")
	void coveredTextsFit() {
		for (String words : List.of("Al,", "Wu, ", "Q.", "Ix,a ", "Q Ix, ", "Ana ", "AW a ", "A.W., ", "jo@b.c ",
				"Bo's x ", "Al Wu's, ", "Jo,Ana,")) {
			String text = words.repeat(LONGEST).substring(0, LONGEST);

			String covered = COVER.covered(text);

			assertThat(TypedLength.of(covered)).as(covered).isLessThanOrEqualTo(LONGEST);
			assertThat(TypedLength.fits(covered, LONGEST)).as(covered).isTrue();
			assertThat(TypedLength.fits(COVER.covered(covered), LONGEST)).isTrue();
		}
	}

	@Test
	@DisplayName("P3 nobody fills a column with stand-ins alone")
	void standInsHaveALimit() {
		assertThat(TypedLength.fits("[person]".repeat(LONGEST), LONGEST)).isTrue();
		assertThat(TypedLength.fits("[person]".repeat(2 * LONGEST), LONGEST)).isFalse();
	}

}
