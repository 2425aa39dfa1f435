package org.projectthrive.transcript.file.subtitle;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.transcript.file.TranscriptFiles;
import org.projectthrive.transcript.file.TranscriptFormat;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.speech.Utterance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class SubtitleReaderTests {

	private static final Set<String> KNOWN = Set.of("Maria Lopez", "Moderator");

	static Stream<Arguments> cues() {
		return Stream.of(Arguments.of("voice tag", "<v Maria Lopez>Good morning.</v>", "Maria Lopez: Good morning."),
				Arguments.of("unclosed voice tag", "<v Maria Lopez>Good morning.", "Maria Lopez: Good morning."),
				Arguments.of("voice tag with classes", "<v.loud.first Maria Lopez>Good morning.</v>",
						"Maria Lopez: Good morning."),
				Arguments.of("Zoom's label", "Maria Lopez: Good morning.", "Maria Lopez: Good morning."),
				Arguments.of("label of several lines", "Maria Lopez: Good\nmorning.", "Maria Lopez: Good morning."),
				Arguments.of("multi-line tag", "<v Maria Lopez>Good\nmorning.</v>", "Maria Lopez: Good morning."),
				Arguments.of("entities", "<v Maria Lopez>R&amp;R &lt;5 &#233; &nbsp;ok &unknown; &</v>",
						"Maria Lopez: R&R <5 é ok &unknown; &"),
				Arguments.of("other tags", "<v Maria Lopez>Good <i>very</i> <c.red>good</c> <00:00:02.000>day</v>",
						"Maria Lopez: Good very good day"),
				Arguments.of("a bare sign", "<v Maria Lopez>2 < 3 and 4 > 3</v>", "Maria Lopez: 2 < 3 and 4 > 3"),
				Arguments.of("colon in speech", "<v Maria Lopez>Note: 10:30 is late.</v>",
						"Maria Lopez: Note: 10:30 is late."),
				Arguments.of("two voices", "<v Maria Lopez>Yes.</v> <v Moderator>Oh?</v>",
						"Maria Lopez: Yes.|Moderator: Oh?"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cues")
	@DisplayName("X2 a cue says who speaks in many ways")
	void cueNamesItsSpeaker(String what, String payload, String expected) {
		assertThat(said("WEBVTT\n\n00:01.000 --> 00:04.000\n" + payload + "\n")).isEqualTo(expected);
	}

	static Stream<Arguments> stamps() {
		return Stream.of(Arguments.of("00:00:01.000 --> 00:00:04.500", 1000, 4500),
				Arguments.of("00:01.000 --> 00:04.500 align:start position:0%", 1000, 4500),
				Arguments.of("0:0:1.0 --> 0:0:4.5", 1000, 4500),
				Arguments.of("00:00:01,000 --> 00:00:04,500", 1000, 4500),
				Arguments.of("1:02:03.250 --> 1:02:04.000", 3_723_250, 3_724_000),
				Arguments.of("-00:00:03.000 --> 00:00:04.000", 0, 4000),
				Arguments.of("00:00:04.000 --> 00:00:01.000", 4000, 4000));
	}

	@ParameterizedTest
	@MethodSource("stamps")
	@DisplayName("X2 times come with and without hours, short, and with a comma")
	void timesAreReadInManyShapes(String timing, int start, int end) {
		Utterance turn = read("WEBVTT\n\n" + timing + "\n<v A>Yes</v>\n").turns().get(0);

		assertThat(turn.startsMs()).isEqualTo(start);
		assertThat(turn.endsMs()).isEqualTo(end);
	}

	@Test
	@DisplayName("X2 headers, notes, styles, regions and cue ids are no speech")
	void whatIsNoSpeechIsSkipped() {
		String file = """
				WEBVTT - Weekly
				Kind: captions

				STYLE
				::cue { color: red }

				REGION
				id:bill

				NOTE written by Maria Lopez: hello
				on two lines

				6f2a4b51-2c1e-4d8b-9f00-0a1b2c3d4e5f/32-0
				00:00:01.000 --> 00:00:02.000
				<v Maria Lopez>One.</v>

				2
				00:00:09.000 --> 00:00:10.000
				<v Maria Lopez>Two.</v>
				3
				00:00:20.000 --> 00:00:21.000
				<v Maria Lopez>Three.</v>
				""";

		assertThat(said(file)).isEqualTo("Maria Lopez: One.|Maria Lopez: Two.|Maria Lopez: Three.");
		assertThat(read(file).dropped()).isEmpty();
	}

	@Test
	@DisplayName("X2 cues of one speaker within two seconds are one turn, also when they overlap")
	void cuesThatFollowBecomeOneTurn() {
		TranscriptText text = read("""
				WEBVTT

				00:00:01.000 --> 00:00:05.000
				<v A>So</v>

				00:00:04.000 --> 00:00:06.000
				<v A>then</v>

				00:00:08.000 --> 00:00:09.000
				<v A>we left.</v>

				00:00:11.001 --> 00:00:12.000
				<v A>Late.</v>

				00:00:12.000 --> 00:00:13.000
				<v B>Why?</v>
				""");

		assertThat(text.turns()).extracting(Utterance::text).containsExactly("So then we left.", "Late.", "Why?");
		assertThat(text.turns().get(0).endsMs()).isEqualTo(9000);
	}

	@Test
	@DisplayName("X2 a label counts when it recurs or is known, and a speaker is never invented")
	void speakerIsNeverInvented() {
		String file = """
				WEBVTT

				00:00:01.000 --> 00:00:02.000
				Dr. Melissa Ko: Hello.

				00:00:05.000 --> 00:00:06.000
				Dr. Melissa Ko: Again.

				00:00:09.000 --> 00:00:10.000
				Moderator: Welcome.

				00:00:19.000 --> 00:00:20.000
				Thursday: we closed at noon.

				00:00:29.000 --> 00:00:30.000
				nobody says this
				""";

		assertThat(said(file)).isEqualTo("Dr. Melissa Ko: Hello.|Dr. Melissa Ko: Again.|Moderator: Welcome.|"
				+ ": Thursday: we closed at noon.|: nobody says this");
		assertThat(read(file).remarks()).extracting(TranscriptText.Remark::line, TranscriptText.Remark::messageKey)
			.containsExactly(tuple(12, "transcript.remark.once"), tuple(12, "transcript.remark.nobody"),
					tuple(15, "transcript.remark.nobody"));
	}

	@Test
	@DisplayName("X2 a cue whose time cannot be read is left out and named with its line")
	void unreadableTimeIsNamed() {
		StringBuilder file = new StringBuilder("WEBVTT\n\n");
		for (int cue = 10; cue < 25; cue++) {
			file.append("00:00:").append(cue).append(".000 --> 00:00:").append(cue).append(".500\n<v A>x</v>\n\n");
		}
		file.append("00:99:aa --> soon\n<v A>lost</v>\n");

		TranscriptText text = read(file.toString());

		assertThat(text.remarks()).extracting(TranscriptText.Remark::line).containsExactly(48);
		assertThat(text.dropped()).extracting(TranscriptText.Dropped::text).containsExactly("<v A>lost</v>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "WEBVTTX\n\n00:01.000 --> 00:02.000\n<v A>x", "1\n00:00:01,000 --> 00:00:02,000\nA: x\n",
			"WEBVTT\n\n", "WEBVTT\n\nonly\nwords\n", "WEBVTT\n\nsoon --> later\n<v A>x</v>\n",
			"WEBVTT\n\n00:01.000 --> 00:02.000\njust words\n" })
	@DisplayName("X5 a timed file that cannot be aligned is refused")
	void unreadableFileIsRefused(String file) {
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(file));
	}

	static Stream<Arguments> hostile() {
		String cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>";
		return Stream.of(Arguments.of("angle brackets", cue + "<".repeat(500_000) + ">"),
				Arguments.of("open tags", cue + "<a".repeat(250_000)),
				Arguments.of("closing and open", cue + "<>".repeat(250_000)),
				Arguments.of("ampersands", cue + "&".repeat(500_000)),
				Arguments.of("entities without end", cue + "&amp".repeat(125_000)),
				Arguments.of("colons", cue.replace("<v A>", "<v A>x</v>\n") + ":".repeat(500_000)),
				Arguments.of("spaces", cue + " ".repeat(500_000) + "x"),
				Arguments.of("one voice of 500,000 letters", cue + "a".repeat(500_000)),
				Arguments.of("a name of 500,000 letters",
						"WEBVTT\n\n00:01.000 --> 00:02.000\n<v " + "n".repeat(500_000) + ">x"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	@DisplayName("X5 hostile cues are read ")
	void hostileCuesAreReadInNoTime(String what, String file) {
		TranscriptText text = read(file);

		assertThat(text.turns()).allSatisfy((turn) -> {
			assertThat(turn.text()).hasSizeLessThanOrEqualTo(4000);
			assertThat(turn.speaker()).hasSizeLessThanOrEqualTo(63);
		});
	}

	@Test
	@DisplayName("X5 100,000 cues are read , and refused when they are more than 5,000 turns")
	void manyCuesAreReadInNoTime() {
		StringBuilder one = new StringBuilder("WEBVTT\n\n");
		StringBuilder many = new StringBuilder("WEBVTT\n\n");
		for (int cue = 0; cue < 100_000; cue++) {
			String time = String.format("%d:%02d:%02d.000", cue / 3600, cue / 60 % 60, cue % 60);
			one.append(time).append(" --> ").append(time).append("\nA: word\n\n");
			many.append(time).append(" --> ").append(time).append((cue % 2 == 0) ? "\nA: word\n\n" : "\nB: word\n\n");
		}

		TranscriptText text = read(one.toString());

		assertThat(text.turns()).hasSizeLessThan(200);
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(many.toString()))
			.withMessage("transcript.unreadable.turns");
	}

	private static TranscriptText read(String content) {
		return TranscriptFiles.read(new TranscriptFiles.Decoded(TranscriptFormat.WEBVTT, content), KNOWN::contains);
	}

	private static String said(String content) {
		List<String> said = read(content).turns().stream().map((turn) -> turn.speaker() + ": " + turn.text()).toList();
		return String.join("|", said);
	}

}
