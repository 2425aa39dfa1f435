package org.projectthrive.transcript.file.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.projectthrive.transcript.file.speech.Unreadable;

/**
 * The characters of a text file: UTF-8 and UTF-16 with and without a mark, or what
 * Windows used to write, also where two of them are mixed.
 */
public final class FileText {

	/** Between the lines of one paragraph. */
	public static final char BREAK = 0x2028;

	/** Between the cells of one row. */
	public static final char CELL = 0x1F;

	private static final char ZERO_WIDTH_NO_BREAK = 0xFEFF;

	private static final char ZERO_WIDTH = 0x200B;

	private static final char WORD_JOINER = 0x2060;

	/** Marks that only tell in which direction to write. */
	private static final String DIRECTIONS = "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

	private static final int SAMPLE = 400;

	private static final Pattern PILE = Pattern.compile("(\\p{M}{8})\\p{M}++");

	private FileText() {
	}

	public static String of(byte[] bytes) {
		if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
			return clean(strictly(StandardCharsets.UTF_8, bytes, 3));
		}
		if (startsWith(bytes, 0xFF, 0xFE)) {
			return clean(strictly(StandardCharsets.UTF_16LE, bytes, 2));
		}
		if (startsWith(bytes, 0xFE, 0xFF)) {
			return clean(strictly(StandardCharsets.UTF_16BE, bytes, 2));
		}
		if (isWide(bytes, 1)) {
			return clean(strictly(StandardCharsets.UTF_16LE, bytes, 0));
		}
		if (isWide(bytes, 0)) {
			return clean(strictly(StandardCharsets.UTF_16BE, bytes, 0));
		}
		return clean(ByteText.of(bytes));
	}

	public static boolean startsWith(byte[] bytes, int... mark) {
		for (int at = 0; at < mark.length; at++) {
			if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Line feeds only, no characters that no text has. Many of those, or a NUL, and it
	 * was no text.
	 */
	public static String clean(String text) {
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
			else if (isSpace(character)) {
				clean.append(' ');
			}
			else if (isControl(character)) {
				controls++;
			}
			else if (!isZeroWidth(character)) {
				clean.append(character);
			}
		}
		if (controls > 10 + text.length() / 1000) {
			throw new Unreadable("binary");
		}
		return clean.toString();
	}

	/**
	 * No more than eight accents on a letter: more are no writing, and whatever looks for
	 * words takes long over them.
	 */
	public static String withoutPiles(String text) {
		return PILE.matcher(text).replaceAll("$1");
	}

	private static boolean isSpace(char character) {
		return character == '\f' || character == 0x0B || isOtherSpace(character);
	}

	private static boolean isOtherSpace(char character) {
		return character > 0x7F && Character.isSpaceChar(character) && character != BREAK && character != 0x2029;
	}

	private static boolean isControl(char character) {
		return character != '\n' && character != '\t' && Character.isISOControl(character);
	}

	private static boolean isZeroWidth(char character) {
		return character == ZERO_WIDTH_NO_BREAK || character == ZERO_WIDTH || character == WORD_JOINER
				|| DIRECTIONS.indexOf(character) >= 0;
	}

	/**
	 * Whether nearly every second byte of the beginning is 0, as in a Latin text of
	 * UTF-16 without a mark.
	 */
	private static boolean isWide(byte[] bytes, int offset) {
		int length = Math.min(bytes.length, SAMPLE) & ~1;
		int zeros = 0;
		for (int at = 0; at < length; at += 2) {
			zeros += (bytes[at + offset] == 0 && bytes[at + 1 - offset] != 0) ? 1 : 0;
		}
		return length >= 8 && bytes.length % 2 == 0 && zeros * 2 >= length * 0.8;
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

}
