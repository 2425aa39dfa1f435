package org.projectthrive.transcript.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;

class FileTypeTests {

	private static final Map<String, String> CONTENTS = Map.of("WEBVTT",
			"WEBVTT\n\n00:01.000 --> 00:02.000\n<v P01>Yes</v>\n", "SUBRIP",
			"1\n00:00:01,000 --> 00:00:02,000\nP01: Yes\n", "PLAIN_TEXT", "P01: Yes\n", "document",
			"%PDF-1.7 P01: Yes\n<html>", "oldWord", "\u00D0\u00CF\u0011\u00E0 old", "speakers", "GIF89a=1;//P01: Yes\n",
			"binary", "P01: \0Yes", "empty", "");

	static Stream<Arguments> matrix() {
		return Stream.of("vtt", "srt", "txt", "md", "docx", "doc", "TXT", "pdf", "exe", "html", "zip", "vtt.exe")
			.flatMap((type) -> CONTENTS.entrySet()
				.stream()
				.map((content) -> Arguments.of(type, content.getKey(), content.getValue())));
	}

	@ParameterizedTest(name = "{1} called .{0}")
	@MethodSource("matrix")
	@DisplayName("SEC38 the name must be that of a transcript, and the content alone says what it is")
	void contentSaysWhatItIs(String type, String kind, String content) {
		boolean known = Set.of("vtt", "srt", "txt", "md", "docx", "doc").contains(type.toLowerCase(Locale.ROOT));

		assertThat(outcome("talk." + type, content)).isEqualTo(known ? kind : "type");
	}

	static Stream<String> names() {
		return Stream.of("a".repeat(251) + ".txt", "\u202Etxt.exe.txt", "..\\..\\etc\\passwd.txt", "../../x.txt",
				"a\r\nb: c.txt", "<script>.txt", "\0.txt");
	}

	@ParameterizedTest
	@MethodSource("names")
	@DisplayName("SEC38 a strange name is never used for anything but its end")
	void strangeNamesAreHarmless(String name) {
		assertThat(outcome(name, "P01: Yes\n")).isEqualTo("PLAIN_TEXT");
	}

	private static String outcome(String name, String content) {
		try {
			TranscriptFiles.Decoded decoded = TranscriptFiles.decode(name,
					content.getBytes(StandardCharsets.ISO_8859_1));
			TranscriptFiles.read(decoded, "P01"::equals);
			return decoded.format().name();
		}
		catch (Unreadable ex) {
			return ex.getMessage().replace("transcript.unreadable.", "");
		}
	}

}
