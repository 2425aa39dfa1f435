package org.projectthrive.transcript.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.support.MadeUp;
import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TranscriptFilesTests {

	private static final String WORDS = "MOD: Schön, “quoted” – naïve café.\r\nP01: Sí.\rMOD: Ja.";

	static Stream<Arguments> encodings() {
		return Stream.of(Arguments.of("UTF-8", bytes("", StandardCharsets.UTF_8)),
				Arguments.of("UTF-8 with mark", bytes("\uFEFF", StandardCharsets.UTF_8)),
				Arguments.of("UTF-16 LE", bytes("\uFEFF", StandardCharsets.UTF_16LE)),
				Arguments.of("UTF-16 BE", bytes("\uFEFF", StandardCharsets.UTF_16BE)),
				Arguments.of("Windows-1252", bytes("", Charset.forName("windows-1252"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("encodings")
	@DisplayName("X2 files come in several encodings and line ends")
	void filesComeInSeveralEncodings(String name, byte[] bytes) {
		assertThat(TranscriptFiles.decode("group.TXT", bytes).text())
			.isEqualTo("MOD: Schön, “quoted” – naïve café.\nP01: Sí.\nMOD: Ja.");
	}

	@Test
	@DisplayName("X5 whether a name is known is asked once, not for each of its turns, and not for names without end")
	void namesAreAskedForOnce() {
		List<String> asked = new ArrayList<>();
		StringBuilder talk = new StringBuilder();
		for (int turn = 0; turn < 1000; turn++) {
			talk.append(turn % 2 == 0 ? "Fiona: And then?\n" : "Wren: The in-basket.\n");
		}
		TranscriptFiles.read(new Decoded(TranscriptFormat.PLAIN_TEXT, talk.toString()), asked::add);
		assertThat(asked).containsExactlyInAnyOrder("Fiona", "Wren");

		asked.clear();
		StringBuilder crowd = new StringBuilder();
		for (int turn = 0; turn < 2 * KnownLabels.MOST; turn++) {
			crowd.append("Guest number ").append(turn).append(": Yes.\n");
		}
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> TranscriptFiles
			.read(new Decoded(TranscriptFormat.PLAIN_TEXT, crowd.toString()), (label) -> !asked.add(label)));
		assertThat(asked).hasSize(KnownLabels.MOST);
	}

	@Test
	@DisplayName("X2 a WebVTT file that is called .txt is read as WebVTT")
	void headerCountsMoreThanTheName() {
		assertThat(TranscriptFiles.decode("group.txt", "\uFEFFWEBVTT\n\n".getBytes(StandardCharsets.UTF_8)).format())
			.isEqualTo(TranscriptFormat.WEBVTT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "talk.pdf", "talk", "talk.vtt.exe", "" })
	@DisplayName("X5 other types are refused")
	void otherTypesAreRefused(String name) {
		assertThatExceptionOfType(Unreadable.class)
			.isThrownBy(() -> TranscriptFiles.decode(name, "MOD: x".getBytes(StandardCharsets.UTF_8)))
			.withMessage("transcript.unreadable.type");
	}

	static Stream<Arguments> binaries() {
		byte[] controls = new byte[2000];
		Arrays.fill(controls, (byte) 7);
		return Stream.of(Arguments.of("NUL", "MOD: a\0b".getBytes(StandardCharsets.UTF_8)),
				Arguments.of("NUL in UTF-16", bytes("\uFEFF\0", StandardCharsets.UTF_16LE)),
				Arguments.of("control characters", controls),
				Arguments.of("damaged UTF-8 with a mark",
						new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3 }),
				Arguments.of("half a character", new byte[] { (byte) 0xFF, (byte) 0xFE, 65 }),
				Arguments.of("no character of Windows", new byte[] { (byte) 0x81, 65 }));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("binaries")
	@DisplayName("X5 what is no text is refused, whatever it is called")
	void binariesAreRefused(String what, byte[] bytes) {
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> TranscriptFiles.decode("talk.vtt", bytes))
			.withMessage("transcript.unreadable.binary");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Summary\n", "A\n0:01\n", "Date: x\n", "//S00: x//", "[00:00:01] " })
	@DisplayName("SEC40 X5 the time for a file that repeats itself grows no faster than the file")
	void repetitionsAreReadInTime(String unit) {
		MadeUp.within(FileTarget.PLAIN_TEXT, unit.repeat(160_000 / unit.length()).getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "P01: a\n", "P01: a word or two and then some more for a line as people speak\n" })
	@DisplayName("X5 more lines or characters than any session has are refused before they are read")
	void endlessTextsAreRefused(String line) {
		byte[] text = line.repeat(Math.max(101_000, 3_100_000 / line.length())).getBytes(StandardCharsets.UTF_8);

		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> TranscriptFiles.decode("talk.txt", text))
			.withMessage("transcript.unreadable.long");
	}

	@Test
	@DisplayName("X5 an empty file and one of more than 20 MB are refused")
	void emptyAndLargeAreRefused() {
		assertThatExceptionOfType(Unreadable.class)
			.isThrownBy(() -> TranscriptFiles.decode("talk.txt", "\uFEFF \r\n\t".getBytes(StandardCharsets.UTF_8)))
			.withMessage("transcript.unreadable.empty");
		assertThatExceptionOfType(Unreadable.class)
			.isThrownBy(() -> TranscriptFiles.decode("talk.txt", new byte[TranscriptFiles.LARGEST + 1]))
			.withMessage("transcript.unreadable.large");
	}

	private static byte[] bytes(String mark, Charset charset) {
		return (mark + WORDS).getBytes(charset);
	}

}
