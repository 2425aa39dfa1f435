package org.projectthrive.transcript.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.support.MadeUp;
import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.speech.Utterance;
import org.projectthrive.transcript.file.subtitle.SubtitleReader;
import org.projectthrive.transcript.file.text.FileText;

/**
 * The readers of transcripts, given anything: they throw {@link Unreadable}, or tell
 * turns that can be kept.
 */
enum FileTarget implements MadeUp.Target {

	SUBTITLES {

		@Override
		List<byte[]> seeds() {
			return samples(".*\\.(vtt|srt)");
		}

		@Override
		TranscriptText read(byte[] input) {
			String text = FileText.of(input);
			boolean webVtt = SubtitleReader.isWebVtt(text);
			return TranscriptFiles.read(new Decoded(webVtt ? TranscriptFormat.WEBVTT : TranscriptFormat.SUBRIP, text),
					FileTarget::isKnown);
		}

	},

	PLAIN_TEXT {

		@Override
		List<byte[]> seeds() {
			return samples(".*\\.(txt|md)");
		}

		@Override
		TranscriptText read(byte[] input) {
			return TranscriptFiles.read(new Decoded(TranscriptFormat.PLAIN_TEXT, FileText.of(input)),
					FileTarget::isKnown);
		}

	},

	WORD {

		@Override
		List<byte[]> seeds() {
			return PLAIN_TEXT.seeds();
		}

		@Override
		TranscriptText read(byte[] input) {
			return ANY_FILE.read(WordPieces.file(input));
		}

	},

	ANY_FILE {

		@Override
		List<byte[]> seeds() {
			List<byte[]> seeds = new ArrayList<>(WordSamples.all().values());
			seeds.addAll(samples("(utf|windows|teams|otter).*\\.(txt|vtt)"));
			seeds.add(WordPieces.file("P01: x\nP01: y".getBytes(StandardCharsets.UTF_8)));
			return seeds;
		}

		@Override
		TranscriptText read(byte[] input) {
			return TranscriptFiles.read(TranscriptFiles.decode("talk.docx", input), FileTarget::isKnown);
		}

	};

	static final List<String> WORDS = List.of("-->", "\n\n", "\n", "WEBVTT\n", "00:00:01.000 --> 00:00:02.000\n",
			"<v Wren Example>", "</v>", "NOTE", "P01: ", "Moderator: ", "[00:00:05] ", "00:99:99,999", "99999999999:00",
			"\t", ": ", "**", "- ", ">> ", "\u2028", "\u001F", "\uFEFF", "\u0000", "\u00A0", "(", "]", "1\n", "PK\3\4");

	private static final int LONGEST_TURN = 20_000;

	private static final Pattern KNOWN = Pattern.compile("Moderator|MOD|P\\d\\d");

	abstract List<byte[]> seeds();

	abstract TranscriptText read(byte[] input);

	@Override
	public void take(byte[] input) {
		TranscriptText text;
		try {
			text = read(input);
		}
		catch (Unreadable ex) {
			return;
		}
		for (Utterance turn : text.turns()) {
			if (!isSound(turn)) {
				throw new AssertionError("Cannot be kept: " + turn);
			}
		}
	}

	private static boolean isSound(Utterance turn) {
		return !turn.text().isBlank() && turn.text().length() <= LONGEST_TURN && turn.line() >= 1
				&& turn.text().indexOf(0) < 0 && turn.speaker().indexOf(0) < 0
				&& isInOrder(turn.startsMs(), turn.endsMs());
	}

	private static boolean isInOrder(@Nullable Integer start, @Nullable Integer end) {
		return start == null || (start >= 0 && (end == null || start <= end));
	}

	private static boolean isKnown(String label) {
		return KNOWN.matcher(label).matches();
	}

	private static List<byte[]> samples(String name) {
		try (Stream<Path> files = Files
			.list(Path.of(Objects.requireNonNull(FileTarget.class.getResource("/transcripts")).toURI()))) {
			List<byte[]> samples = new ArrayList<>();
			for (Path file : files.filter((path) -> path.getFileName().toString().matches(name)).sorted().toList()) {
				samples.add(Files.readAllBytes(file));
			}
			return samples;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
