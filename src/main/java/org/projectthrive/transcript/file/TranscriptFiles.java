package org.projectthrive.transcript.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.projectthrive.transcript.file.speech.Limits;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.speech.Utterance;
import org.projectthrive.transcript.file.subtitle.SubtitleReader;
import org.projectthrive.transcript.file.text.FileText;
import org.projectthrive.transcript.file.word.DocxFile;

/** From the bytes of a file to the transcript in it. */
public final class TranscriptFiles {

	/** 20 MB. */
	public static final int LARGEST = 20_000_000;

	/**
	 * However few characters these are, they are too many; none is decoded but a sample.
	 */
	private static final int MOST_BYTES = 3 * Limits.MOST_CHARACTERS;

	private static final int SAMPLE = 4096;

	private static final int MOST_SPEAKERS = 100;

	private static final Set<String> TYPES = Set.of("vtt", "srt", "txt", "text", "md", "csv", "docx", "doc");

	private TranscriptFiles() {
	}

	/**
	 * The text of a file, when it is one that can hold a transcript. Its name must be
	 * that of a transcript, but what it holds is told by its content.
	 */
	public static Decoded decode(String fileName, byte[] bytes) {
		if (bytes.length > LARGEST) {
			throw Unreadable.tooLarge();
		}
		if (!TYPES.contains(fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
				|| fileName.indexOf('.') < 0) {
			throw new Unreadable("type");
		}
		Decoded decoded = decoded(bytes);
		if (decoded.text().isBlank()) {
			throw Unreadable.missing();
		}
		if (decoded.text().length() > Limits.MOST_CHARACTERS || lines(decoded.text()) > Limits.MOST_LINES) {
			throw new Unreadable("long");
		}
		return new Decoded(decoded.format(), FileText.withoutPiles(decoded.text()));
	}

	/**
	 * Reads the transcript in a text.
	 * @param known whether a label names somebody who is known to be in the session
	 */
	public static TranscriptText read(Decoded file, Predicate<String> known) {
		Predicate<String> labels = new KnownLabels(known);
		TranscriptText read = switch (file.format()) {
			case WEBVTT -> SubtitleReader.webVtt(file.text(), labels);
			case SUBRIP -> SubtitleReader.subRip(file.text(), labels);
			case WORD -> word(file.text(), labels);
			case PLAIN_TEXT -> PlainTextReader.read(file.text(), labels);
		};
		long speakers = read.turns()
			.stream()
			.map(Utterance::speaker)
			.filter((name) -> !name.isEmpty())
			.distinct()
			.count();
		if (speakers == 0) {
			throw new Unreadable("speakers");
		}
		if (speakers > MOST_SPEAKERS) {
			throw new Unreadable("crowd");
		}
		if (read.turns().size() > Limits.MOST_TURNS) {
			throw new Unreadable("turns");
		}
		return read;
	}

	/** The first Word files of Teams were subtitles, a paragraph a line. */
	private static TranscriptText word(String text, Predicate<String> known) {
		String lines = text.replace(FileText.BREAK, '\n');
		return SubtitleReader.isSubRip(lines) ? SubtitleReader.subRip(lines, known) : PlainTextReader.read(text, known);
	}

	private static long lines(String text) {
		return text.chars().filter((character) -> character == '\n' || character == FileText.BREAK).count();
	}

	private static Decoded decoded(byte[] bytes) {
		if (DocxFile.isZip(bytes)) {
			return new Decoded(TranscriptFormat.WORD, DocxFile.text(bytes));
		}
		refuseOtherDocuments(bytes);
		if (bytes.length > MOST_BYTES) {
			FileText.of(Arrays.copyOf(bytes, SAMPLE));
			throw new Unreadable("long");
		}
		String text = FileText.of(bytes);
		refuseOtherTexts(text);
		if (SubtitleReader.isWebVtt(text)) {
			return new Decoded(TranscriptFormat.WEBVTT, text);
		}
		return new Decoded(SubtitleReader.isSubRip(text) ? TranscriptFormat.SUBRIP : TranscriptFormat.PLAIN_TEXT, text);
	}

	/** Says what to do about the documents that people have instead. */
	private static void refuseOtherDocuments(byte[] bytes) {
		if (FileText.startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw new Unreadable("oldWord");
		}
		if (FileText.startsWith(bytes, '%', 'P', 'D', 'F') || FileText.startsWith(bytes, '{', '\\', 'r', 't', 'f')) {
			throw new Unreadable("document");
		}
	}

	/** A page of the web, data for a program, or what was typed and not said. */
	private static void refuseOtherTexts(String text) {
		String begins = text.substring(0, Math.min(text.length(), 200)).strip().toLowerCase(Locale.ROOT);
		if (begins.startsWith("<!doctype") || begins.startsWith("<html") || begins.startsWith("<?xml")
				|| begins.startsWith("{") || begins.startsWith("[{")) {
			throw new Unreadable("document");
		}
		if (Chat.is(text)) {
			throw new Unreadable("chat");
		}
	}

	/** A file's text and what kind of transcript it holds. */
	public record Decoded(TranscriptFormat format, String text) {
	}

}
