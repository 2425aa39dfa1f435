package org.projectthrive.transcript.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each sample is read as the file beside it says: its format, its turns, then what is
 * remarked ({@code !}) and left out ({@code -}) with the lines. A file that is refused
 * has the reason.
 */
class SampleFilesTests {

	private static final List<String> FILES = List.of("zoom.transcript.vtt", "zoom-chatty.vtt", "zoom.cc.vtt",
			"teams.vtt", "teams-graph.vtt", "noscribe.vtt", "whisper.vtt", "settings.vtt", "company.srt",
			"change-only.srt", "dialogue.srt", "srt-called.vtt", "otter.txt", "plain.txt", "plain-form.txt",
			"brackets.txt", "codes.txt", "range.txt", "stamp-name.txt", "happy.txt", "name-time-colon.txt",
			"markdown.md", "bold-names.md", "pages.txt", "tabs.txt", "question-answer.txt", "fireflies.txt",
			"meet-notes.txt", "utf8-mark.txt", "windows.txt", "utf-16le.txt", "utf-16be.txt", "utf-16-no-mark.txt",
			"french.txt", "zoom-named-ids.vtt", "zoom-guests.vtt", "teams-metadata.vtt", "captions.srt",
			"names-above.srt", "meet-export.txt", "conventions.txt", "trint.txt", "s-times.txt", "line-numbers.txt",
			"temi.txt", "sonix.txt", "fathom.txt", "time-bar-name.txt", "f4.txt", "f4-both.txt", "columns.txt",
			"name-time-below.txt", "time-name-below.txt", "wide-colon.txt", "chat.txt", "chat-from.txt", "page.txt",
			"zoom-devices.vtt", "chat-tabs.txt", "chat-dated.txt", "meet-attendees.txt", "otter-unheaded.txt",
			"otter-change.srt", "s-times-bare.txt", "whisper-cpp.vtt", "whisper-cpp.txt", "round-names.txt",
			"round-names.srt", "directions.txt", "mac.txt", "mixed.txt", "commas.csv", "semicolons.txt", "letters.txt",
			"italic.md", "time-of-day.txt", "interview-letters.txt", "respondents.txt");

	private static final Map<String, byte[]> WORD = WordSamples.all();

	static Stream<String> samples() {
		return Stream.concat(FILES.stream(), WORD.keySet().stream());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("samples")
	@DisplayName("X2 files of recorders, transcribers and typists are read turn by turn")
	void samplesAreReadTurnByTurn(String name) {
		byte[] file = WORD.containsKey(name) ? WORD.get(name) : resource(name);

		assertThat(told(name, file)).isEqualTo(new String(resource(name + ".turns"), StandardCharsets.UTF_8));
	}

	static String told(String name, byte[] file) {
		try {
			Decoded decoded = TranscriptFiles.decode(name, file);
			TranscriptText text = TranscriptFiles.read(decoded, (label) -> label.matches("Moderator|MOD|P\\d\\d"));
			List<String> lines = new ArrayList<>();
			lines.add(decoded.format().name());
			text.turns()
				.forEach((turn) -> lines.add(String.format(Locale.ROOT, "%d %s-%s %s: %s", turn.line(),
						time(turn.startsMs()), time(turn.endsMs()), turn.speaker(), turn.text())));
			text.remarks()
				.forEach((remark) -> lines.add("! " + remark.line() + " "
						+ remark.messageKey().replace("transcript.remark.", "") + " " + remark.detail()));
			text.dropped().forEach((dropped) -> lines.add("- " + dropped.line() + " " + dropped.text()));
			return String.join("\n", lines) + "\n";
		}
		catch (Unreadable ex) {
			return ex.getMessage() + "\n";
		}
	}

	private static String time(Integer millis) {
		return (millis != null) ? String.valueOf(millis / 1000.0) : "";
	}

	private static byte[] resource(String name) {
		try (InputStream file = SampleFilesTests.class.getResourceAsStream("/transcripts/" + name)) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
