package org.projectthrive.session.marks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.projectthrive.session.names.Find;

/**
 * A place that somebody has to decide about.
 *
 * @param place stands for the place and says nothing about its words
 */
public record Mark(String place, NamedText text, Find find) {

	private static final int AROUND = 60;

	/** What somebody has to decide about in a text, from its start to its end. */
	public static List<Mark> in(NamedText text, List<Find> finds) {
		Map<String, Integer> seen = new HashMap<>();
		List<Mark> marks = new ArrayList<>();
		for (Find find : finds) {
			if (!find.certain()) {
				String words = find.kind() + "|" + find.words(text.text());
				int number = seen.merge(words, 1, Integer::sum);
				marks.add(new Mark(hash(text.key() + "|" + words + "|" + number), text, find));
			}
		}
		return marks;
	}

	public String words() {
		return this.find.words(this.text.text());
	}

	public String before() {
		int from = Math.max(0, this.find.start() - AROUND);
		String before = this.text.text().substring(from, this.find.start());
		return (from > 0) ? "… " + before.substring(Math.max(0, before.indexOf(' ') + 1)) : before;
	}

	public String after() {
		int to = Math.min(this.text.text().length(), this.find.end() + AROUND);
		String after = this.text.text().substring(this.find.end(), to);
		int space = after.lastIndexOf(' ');
		return (to < this.text.text().length() && space > 0) ? after.substring(0, space) + " …" : after;
	}

	/** Marks with the same value are the same words of the same kind. */
	public String likeness() {
		return hash(this.find.kind() + "|" + words());
	}

	private static String hash(String words) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
