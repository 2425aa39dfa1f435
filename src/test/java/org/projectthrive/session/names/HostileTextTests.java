package org.projectthrive.session.names;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.support.MadeUp;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts of nothing but near misses: the work grows with their length and no faster. */
class HostileTextTests {

	private static final int SHORT = 2_000;

	/** Each of the patterns looks back and ahead, but not far. */
	private static final int MOST_LOOKS = 1000;

	private static final List<String> STARTS = List.of("", "Dr. ", "my friend A", "born ", "www.", "MRN ", "a@", "my ");

	private final Clues clues = new Clues(Set.of("Maple Street Clinic", "Quillfeather Health Center"));

	@ParameterizedTest
	@ValueSource(strings = { "a", "a.", "a-", "a@", "@", "a@b.", "a@b.co ", "1", "1-", "12 ", "(1)", "1/1/", "1,", "+1",
			"19", "Dr. ", "Dr Ab ", "Ab-c", "A", "M. ", "my ", "my a ", "my friend ", "the ", "born ", "born on 1",
			"DOB: ", "May ", "3 of May, ", "MRN ", "record number ", "chart no. ", "SSN ", "123-45-", "www.",
			"http://a ", "https://", "a.com/", "\u0301\u0316", "a\u0301", "\uD83D\uDE00", " ", "\n", "Maple ",
			"Maple Street ", "Q", "[" })
	@DisplayName("SEC40 X3 twice the text of near misses is twice the work for the patterns of clues, and little for each letter")
	void workGrowsWithTheLength(String word) {
		for (String start : STARTS) {
			long once = looks(start + word.repeat(SHORT / word.length()));
			long twice = looks(start + word.repeat(2 * SHORT / word.length()));

			assertThat(twice).as(start + word).isLessThan(once * 2 + once / 4 + 10_000);
			assertThat(once / SHORT).as(start + word).isLessThan(MOST_LOOKS);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0316\u0301", "a\u0316\u0301", "İ", "ﷺ", "Σ\u0301", "Ab-c", "a@b.co Maria ", "Maria ",
			"Maria L. ", "Dr. ", "M. ", "MARIA ", "van der ", "maria\u00AD", "[", "a-b.co ", "1" })
	@DisplayName("SEC40 P3 a long text of what is dear to fold or to compare is covered in time")
	void longTextsAreCovered(String word) {
		MadeUp.within(new NameTarget(),
				("Juniper Sample\nmy friend A" + word.repeat(20_000 / word.length())).getBytes(StandardCharsets.UTF_8));
		MadeUp.within((input) -> Word.folded(new String(input, StandardCharsets.UTF_8)),
				word.repeat(300_000 / word.length()).getBytes(StandardCharsets.UTF_8));
		assertThat(Word.folded(word.repeat(1000))).isEqualTo(Word.folded(word).repeat(1000));
	}

	@Test
	@DisplayName("X3 addresses are marked whole, also beside each other and after thousands of letters")
	void addressesAreMarkedWhole() {
		assertThat(marked("@@ann@clinic.example,bob_b+1@a-b.example.")).containsExactly("ann@clinic.example",
				"bob_b+1@a-b.example");
		assertThat(marked("a".repeat(100) + "@clinic.example")).containsExactly("a".repeat(64) + "@clinic.example");
		assertThat(marked("a@b.c@d.e ann @clinic.example x@y")).containsExactly("a@b.c");
		assertThat(marked("\uD835\uDC1A@clinic.example")).containsExactly("\uD835\uDC1A@clinic.example");
	}

	private List<String> marked(String text) {
		return this.clues.in(text)
			.stream()
			.filter((find) -> find.kind() == Kind.MAIL)
			.map((find) -> find.words(text))
			.toList();
	}

	private long looks(String text) {
		Watched watched = new Watched(text);
		this.clues.in(watched);
		return watched.looks;
	}

	/** A text that knows how often it was looked at. */
	private static final class Watched implements CharSequence {

		private final String text;

		private long looks;

		Watched(String text) {
			this.text = text;
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			this.looks++;
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.subSequence(start, end);
		}

		@Override
		public IntStream chars() {
			return this.text.chars();
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
