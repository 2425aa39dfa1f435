package org.projectthrive.transcript.file.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.projectthrive.transcript.file.speech.Unreadable;

/**
 * The characters of bytes that no mark explains: UTF-8, and what is no UTF-8 as Windows
 * used to write it. What another system wrote is refused, for its letters would become
 * others.
 */
final class ByteText {

	private static final char UNKNOWN = 0xFFFD;

	/** What each byte stands for. */
	private static final String WINDOWS = windows();

	/** A small letter with a capital behind it that has an accent: no Latin word. */
	private static final Pattern MISREAD = Pattern.compile("\\p{Ll}[ÀÁÂÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖÙÚÛÜÝŽ](?!\\p{Lu})");

	private static final Pattern ACCENTED = Pattern.compile("[\u00C0-\u017F]");

	private final byte[] bytes;

	private final StringBuilder text;

	private boolean windows;

	private ByteText(byte[] bytes) {
		this.bytes = bytes;
		this.text = new StringBuilder(bytes.length);
	}

	private static String windows() {
		byte[] all = new byte[256];
		for (int one = 0; one < all.length; one++) {
			all[one] = (byte) one;
		}
		return new String(all, Charset.forName("windows-1252"));
	}

	static String of(byte[] bytes) {
		ByteText read = new ByteText(bytes);
		read.read();
		String text = read.text.toString();
		if (read.windows && isMisread(text)) {
			throw new Unreadable("encoding");
		}
		return text;
	}

	private void read() {
		ByteBuffer in = ByteBuffer.wrap(this.bytes);
		CharBuffer out = CharBuffer.allocate(Math.max(16, Math.min(this.bytes.length, 8192)));
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CoderResult result;
		do {
			result = decoder.decode(in, out, true);
			this.text.append(out.flip());
			out.clear();
			if (result.isError()) {
				other(in, result.length());
			}
		}
		while (!result.isUnderflow());
	}

	private void other(ByteBuffer in, int length) {
		this.windows = true;
		for (int at = 0; at < length; at++) {
			char character = WINDOWS.charAt(in.get() & 0xFF);
			if (character == UNKNOWN) {
				throw new Unreadable(isMostlyPlain() ? "encoding" : "binary");
			}
			this.text.append(character);
		}
	}

	/** Nine of ten bytes are letters of the English alphabet and the like. */
	private boolean isMostlyPlain() {
		int plain = 0;
		for (byte one : this.bytes) {
			plain += (one >= ' ' || one == '\n' || one == '\r' || one == '\t') ? 1 : 0;
		}
		return plain * 10L >= this.bytes.length * 9L;
	}

	private static boolean isMisread(String text) {
		long misread = 0;
		Matcher matcher = MISREAD.matcher(text);
		while (matcher.find()) {
			misread++;
		}
		return misread * 4 > ACCENTED.matcher(text).results().count();
	}

}
