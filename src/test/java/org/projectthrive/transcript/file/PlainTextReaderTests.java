package org.projectthrive.transcript.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.speech.Utterance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class PlainTextReaderTests {

	private static final Set<String> KNOWN = Set.of("Maria Lopez", "Moderator", "P3", "[p1]", "p1", "MOD");

	static Stream<Arguments> shapes() {
		return Stream.of(Arguments.of("typed", "Moderator: Hello.\nP3: Hi.", "Moderator@: Hello.|P3@: Hi."),
				Arguments.of("continued", "Moderator: Hello\nto you\n\nand all.\nP3: Hi.",
						"Moderator@: Hello to you and all.|P3@: Hi."),
				Arguments.of("times in brackets", "[00:12:31] Moderator: Hello.\n[00:12:40] P3: Hi.",
						"Moderator@751000: Hello.|P3@760000: Hi."),
				Arguments.of("times in front", "12:31 Moderator: Hello.\n1:02:03 P3: Hi.",
						"Moderator@751000: Hello.|P3@3723000: Hi."),
				Arguments.of("time after the name", "Moderator (12:31): Hello.\nP3 [12:40]: Hi.",
						"Moderator@751000: Hello.|P3@760000: Hi."),
				Arguments.of("Otter", "Moderator  0:04  \nHello.\nAgain.\n\nP3  1:02:03  \nHi.\n",
						"Moderator@4000: Hello. Again.|P3@3723000: Hi."),
				Arguments.of("header with colon", "Moderator (00:04):\nHello.\nP3 (00:08):\nHi.",
						"Moderator@4000: Hello.|P3@8000: Hi."),
				Arguments.of("lone time", "00:00:11\nModerator: Hello.\n00:00:20\nP3: Hi.",
						"Moderator@11000: Hello.|P3@20000: Hi."),
				Arguments.of("markdown", "**Moderator:** Hello.\n**P3**: Hi.", "Moderator@: Hello.|P3@: Hi."),
				Arguments.of("codes in brackets", "[00:01] [p1] Hello [laughs]\n[laughs] more",
						"p1@1000: Hello [laughs] [laughs] more"),
				Arguments.of("colon in speech", "Moderator: Note: 10:30 it is.\nNote: 10:30 again\nNote: 10:30 thrice",
						"Moderator@: Note: 10:30 it is. Note: 10:30 again Note: 10:30 thrice"),
				Arguments.of("address in speech", "Moderator: See\nhttps://clinic.example: there",
						"Moderator@: See https://clinic.example: there"),
				Arguments.of("header-like speech", "Moderator: We met\nin the hall at 10:30\nThen left.",
						"Moderator@: We met in the hall at 10:30 Then left."),
				Arguments.of("a time of day for an answer",
						"Moderator: When?\nP3:\t5:30 PM\nModerator: And you?\nP3: Now.",
						"Moderator@: When?|P3@: 5:30 PM|Moderator@: And you?|P3@: Now."),
				Arguments.of("a time of day in brackets",
						"Moderator: When?\nP3: The clinic closes early (5:30 PM)\nModerator: So.\nP3: Yes.",
						"Moderator@: When?|P3@: The clinic closes early (5:30 PM)|Moderator@: So.|P3@: Yes."),
				Arguments.of("times of day below a preamble",
						"This call was held with the staff of the clinic.\nModerator  10:02 AM\nHello.\nP3  10:03 AM\nHi.",
						"Moderator@0: Hello.|P3@60000: Hi."),
				Arguments.of("a word of everyday English, once",
						"Moderator: Hello.\nP3: Hi.\nModerator: So.\nRemember: nothing is kept.\nP3: Yes.",
						"Moderator@: Hello.|P3@: Hi.|Moderator@: So. Remember: nothing is kept.|P3@: Yes."),
				Arguments.of("a quotation mark that nobody closes",
						"Speaker,Text\nModerator,\"Hello\nP3,Hi.\nModerator,So.\nP3,Yes.",
						"Moderator@: \"Hello|P3@: Hi.|Moderator@: So.|P3@: Yes."),
				Arguments.of("speech that begins with From",
						"P3\n00:12:31 From the beginning I felt at home.\nModerator\n"
								+ "00:12:40 Why?\nP3\n00:12:45 Because.\nModerator\n00:12:50 I see.",
						"P3@751000: From the beginning I felt at home.|Moderator@760000: Why?|P3@765000: Because.|Moderator@770000: I see."));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("shapes")
	@DisplayName("X2 typed transcripts come in many shapes")
	void typedTranscriptsComeInManyShapes(String what, String file, String expected) {
		assertThat(said(file)).isEqualTo(expected);
	}

	@Test
	@DisplayName("X2 a label that occurs once and is nobody known is no speaker, and is named")
	void unknownLabelIsNoSpeaker() {
		TranscriptText text = read("Moderator: Hello.\nGrace Under Pressure: a fine thing.\nP3: Hi.");

		assertThat(text.turns()).extracting(Utterance::speaker).containsExactly("Moderator", "P3");
		assertThat(text.turns().get(0).text()).contains("Grace Under Pressure: a fine thing.");
		assertThat(text.remarks()).extracting(TranscriptText.Remark::line, TranscriptText.Remark::messageKey)
			.containsExactly(tuple(2, "transcript.remark.once"));
	}

	@Test
	@DisplayName("X2 a label longer than 63 characters is no speaker")
	void longLabelIsNoSpeaker() {
		String label = "A".repeat(64);

		assertThat(read("Moderator: Hello.\n" + label + ": x\n" + label + ": y").turns()).hasSize(1);
		assertThat(read("Moderator: Hello.\n" + "A".repeat(63) + ": x\n" + "A".repeat(63) + ": y").turns()).hasSize(3);
	}

	@Test
	@DisplayName("X2 what stands before the first speaker, and headings, are left out with their lines")
	void preambleAndHeadingsAreLeftOut() {
		TranscriptText text = read("Focus group of March\n\nModerator: Hello.\nQuestion 5.\n# Part two\nP3: Hi.");

		assertThat(text.dropped()).extracting(TranscriptText.Dropped::line, TranscriptText.Dropped::text)
			.containsExactly(tuple(1, "Focus group of March"), tuple(4, "Question 5."), tuple(5, "Part two"));
		assertThat(text.turns()).extracting(Utterance::text).containsExactly("Hello.", "Hi.");
	}

	@Test
	@DisplayName("X2 a turn lasts until the next begins, and a time that goes back is named")
	void turnLastsUntilTheNext() {
		TranscriptText text = read("[00:10] MOD: a\n[00:20] P3: b\n[00:15] MOD: c");

		assertThat(text.turns()).extracting(Utterance::endsMs).containsExactly(20_000, null, null);
		assertThat(text.remarks()).extracting(TranscriptText.Remark::line, TranscriptText.Remark::messageKey)
			.containsExactly(tuple(3, "transcript.remark.backwards"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "just some words\nwithout any speaker", "1\n00:00:01,000 --> 00:00:02,000\nMOD: x",
			"Lorem: ipsum\nDolor: sit", "Moderator:\n\nP3:" })
	@DisplayName("X5 a text in which nobody speaks is refused")
	void textWithoutSpeakersIsRefused(String file) {
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(file));
	}

	static Stream<Arguments> hostile() {
		return Stream.of(Arguments.of("letters", "a".repeat(500_000)), Arguments.of("colons", ":".repeat(500_000)),
				Arguments.of("equals signs", "=".repeat(250_000) + "x" + "=".repeat(250_000) + "y"),
				Arguments.of("spaces", "x" + " ".repeat(500_000) + "x"), Arguments.of("stars", "*".repeat(500_000)),
				Arguments.of("brackets", "[".repeat(500_000)), Arguments.of("digits", "1:".repeat(250_000)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	@DisplayName("X5 a line of 500,000 characters is read in no time and cut into turns")
	void hostileLinesAreReadInNoTime(String what, String line) {
		TranscriptText text = read("Moderator: Hello.\nP3: " + line + "\n" + line + "\nModerator: Bye.");

		assertThat(text.turns()).allSatisfy((turn) -> assertThat(turn.text()).hasSizeLessThanOrEqualTo(4000));
		assertThat(text.turns()).extracting(Utterance::speaker).startsWith("Moderator").endsWith("Moderator");
	}

	@Test
	@DisplayName("X5 a sentence of 100,000 words before the first header is read without end of the stack")
	void longBeginningIsRead() {
		TranscriptText text = read("It was so. ".repeat(30_000).strip() + "\nModerator  0:04\nHello.\nP3  0:08\nHi.");

		assertThat(text.turns()).extracting(Utterance::speaker).startsWith("").endsWith("Moderator", "P3");
	}

	private static TranscriptText read(String content) {
		return TranscriptFiles.read(new TranscriptFiles.Decoded(TranscriptFormat.PLAIN_TEXT, content), KNOWN::contains);
	}

	private static String said(String content) {
		List<String> said = read(content).turns()
			.stream()
			.map((turn) -> turn.speaker() + "@" + ((turn.startsMs() != null) ? turn.startsMs() : "") + ": "
					+ turn.text())
			.toList();
		return String.join("|", said);
	}

}
