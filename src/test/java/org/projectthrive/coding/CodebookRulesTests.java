package org.projectthrive.coding;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.platform.error.RuleViolation;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodebookRulesTests {

	@Test
	@DisplayName("C1 a theme needs a name")
	void themeNeedsAName() {
		assertRefused("theme.name.missing", () -> new Meaning(" ", "", "", "", ""));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 13, -1 })
	@DisplayName("C1 there are twelve colours")
	void twelveColours(int colour) {
		assertRefused("theme.colour.unknown",
				() -> new Theme(1L, new Meaning("Rest", "", "", "", ""), ThemeGroup.NONE, colour, 1));
	}

	@Test
	@DisplayName("C1 no theme stands under itself, directly or in a circle")
	void noCircle() {
		Theme above = theme(1L, "Time");
		Theme below = theme(2L, "Schedules");
		below.moveUnder(above, false);

		assertRefused("theme.parent.self", () -> above.moveUnder(above, true));
		assertRefused("theme.parent.twoLevels", () -> above.moveUnder(below, true));
		assertRefused("theme.parent.twoLevels", () -> above.moveUnder(theme(3L, "Work"), true));
		assertThat(above.parentId()).isNull();
		assertThat(below.parentId()).isEqualTo(1L);
	}

	@Test
	@DisplayName("C1 a theme moves to another parent, but not under a retired one")
	void moves() {
		Theme theme = theme(1L, "Schedules");
		Theme retired = theme(2L, "Old");
		retired.retire(false, Instant.EPOCH);
		Theme other = theme(3L, "Work");

		theme.moveUnder(other, false);

		assertThat(theme.isUnder(other)).isTrue();
		assertRefused("theme.parent.retired", () -> theme.moveUnder(retired, false));
		theme.standAlone();
		assertThat(theme.parentId()).isNull();
	}

	@Test
	@DisplayName("C1 a theme with others under it is not retired; a retired one can return")
	void retires() {
		Theme theme = theme(1L, "Time");

		assertRefused("theme.retire.children", () -> theme.retire(true, Instant.EPOCH));
		theme.retire(false, Instant.EPOCH);
		assertThat(theme.isRetired()).isTrue();
		theme.restore();
		assertThat(theme.isRetired()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "-1,3", "2,2", "3,2" })
	@DisplayName("C2 a coding covers at least one letter")
	void spanIsNotEmpty(int start, int end) {
		assertRefused("coding.span.empty", () -> new Span(start, end));
	}

	@Test
	@DisplayName("C2 a coding stays within its text, counted in code points")
	void spanStaysWithin() {
		String text = "🎉 cake";

		assertThat(new Span(2, 6).in(text)).isEqualTo("cake");
		assertThat(Span.whole(text)).isEqualTo(new Span(0, 6));
		assertRefused("coding.span.outside", () -> new Span(2, 7).in(text));
		assertRefused("coding.span.outside", () -> new Span(7, 9).in(text));
	}

	@Test
	@DisplayName("X6 words that are no longer there are not coded")
	void changedWordsAreRefused() {
		assertThat(form(0, 4, "Same").spanIn("Same team")).isEqualTo(new Span(0, 4));
		assertRefused("coding.words.changed", () -> form(0, 4, "Same").spanIn("The same team"));
	}

	private static CodeForm form(int start, int end, String words) {
		return new CodeForm(1L, null, start, end, words, List.of(1L));
	}

	private static Theme theme(Long id, String name) {
		Theme theme = new Theme(1L, new Meaning(name, "", "", "", ""), ThemeGroup.NONE, 1, 1);
		ReflectionTestUtils.setField(theme, "id", id);
		return theme;
	}

	private static void assertRefused(String rule, Runnable attempt) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(attempt::run).withMessage(rule);
	}

}
