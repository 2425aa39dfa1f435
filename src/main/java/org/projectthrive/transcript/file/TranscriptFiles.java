package org.projectthrive.transcript.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;

/** From the bytes of a file to the transcript in it. */
public final class TranscriptFiles {

	/** 20 MB. */
	public static final int LARGEST = 20_000_000;

	public static final int MOST_TURNS = 5000;

	private static final int MOST_SPEAKERS = 100;

	private static final int EXCERPT = 80;

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final char ZERO_WIDTH_NO_BREAK = 0xFEFF;

	private static final char ZERO_WIDTH = 0x200B;

	private TranscriptFiles() {
	}

	/** The text of a file, when it is one that can hold a transcript. */
	public static Decoded decode(String fileName, byte[] bytes) {
		if (bytes.length > LARGEST) {
			throw Unreadable.tooLarge();
		}
		String name = fileName.toLowerCase(Locale.ROOT);
		if (!name.endsWith(".vtt") && !name.endsWith(".txt")) {
			throw new Unreadable("type");
		}
		String text = text(bytes);
		if (text.isBlank()) {
			throw Unreadable.missing();
		}
		boolean webVtt = name.endsWith(".vtt") || WebVttReader.isWebVtt(text);
		return new Decoded(webVtt ? TranscriptFormat.WEBVTT : TranscriptFormat.PLAIN_TEXT, text);
	}

	/**
	 * Reads the transcript in a text.
	 * @param known whether a label names somebody who is known to be in the session
	 */
	public static TranscriptText read(Decoded file, Predicate<String> known) {
		TranscriptText read = (file.format() == TranscriptFormat.WEBVTT) ? WebVttReader.read(file.text(), known)
				: PlainTextReader.read(file.text(), known);
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
		if (read.turns().size() > MOST_TURNS) {
			throw new Unreadable("turns");
		}
		return read;
	}

	static String excerpt(String text) {
		String line = text.strip();
		if (line.length() <= EXCERPT) {
			return line;
		}
		int end = Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
		return line.substring(0, end) + "…";
	}

	private static String text(byte[] bytes) {
		if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
			return clean(strictly(StandardCharsets.UTF_8, bytes, 3));
		}
		if (startsWith(bytes, 0xFF, 0xFE)) {
			return clean(strictly(StandardCharsets.UTF_16LE, bytes, 2));
		}
		if (startsWith(bytes, 0xFE, 0xFF)) {
			return clean(strictly(StandardCharsets.UTF_16BE, bytes, 2));
		}
		try {
			return clean(decoded(StandardCharsets.UTF_8, bytes, 0));
		}
		catch (CharacterCodingException ex) {
			return clean(strictly(WINDOWS, bytes, 0));
		}
	}

	private static boolean startsWith(byte[] bytes, int... mark) {
		for (int at = 0; at < mark.length; at++) {
			if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
				return false;
			}
		}
		return true;
	}

	private static String strictly(Charset charset, byte[] bytes, int from) {
		try {
			return decoded(charset, bytes, from);
		}
		catch (CharacterCodingException ex) {
			throw new Unreadable("binary");
		}
	}

	private static String decoded(Charset charset, byte[] bytes, int from) throws CharacterCodingException {
		return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
	}

	/**
	 * Line feeds only, no characters that no text has. Many of those, or a NUL, and it
	 * was no text.
	 */
	private static String clean(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		int controls = 0;
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			if (character == '\r') {
				clean.append('\n');
				at += (at + 1 < text.length() && text.charAt(at + 1) == '\n') ? 1 : 0;
			}
			else if (character == 0) {
				throw new Unreadable("binary");
			}
			else if (character != '\n' && character != '\t' && Character.isISOControl(character)) {
				controls++;
			}
			else if (character != ZERO_WIDTH_NO_BREAK && character != ZERO_WIDTH) {
				clean.append(character);
			}
		}
		if (controls > 10 + text.length() / 1000) {
			throw new Unreadable("binary");
		}
		return clean.toString();
	}

	/** A file's text and what kind of transcript it holds. */
	public record Decoded(TranscriptFormat format, String text) {
	}

}
