package org.projectthrive.transcript.file.speech;

import org.jspecify.annotations.Nullable;

/**
 * A line that begins with what may be a speaker.
 *
 * @param millis when it was said, if the line tells, or {@link Timestamps#NONE}
 */
public record Labelled(String label, int millis, String words) {

	/** Behind a name and its time. */
	private static final int FARTHEST = SpeakerLabels.LONGEST + 16;

	private static final String DASHES = "–—-";

	/**
	 * The label before a colon and what follows it, or null when the line does not begin
	 * like that.
	 */
	public static @Nullable Labelled split(String line) {
		if (line.startsWith("**")) {
			return bold(line);
		}
		if (line.startsWith("[") || line.startsWith("(")) {
			return bracketed(line);
		}
		Labelled dashed = dashed(line);
		int colon = (dashed != null) ? -1 : colon(line.substring(0, Math.min(line.length(), FARTHEST)), 0);
		return (colon < 0) ? dashed : labelled(line.substring(0, colon), line.substring(colon + 1));
	}

	/** {@code P1 – words}: only after what is surely no word. */
	private static @Nullable Labelled dashed(String line) {
		int space = line.indexOf(' ');
		int second = (space < 0) ? -1 : line.indexOf(' ', space + 1);
		for (int dash : new int[] { space + 1, second + 1 }) {
			String label = (dash > 1) ? line.substring(0, dash - 1) : "";
			boolean parted = dash > 1 && dash + 1 < line.length() && DASHES.indexOf(line.charAt(dash)) >= 0
					&& line.charAt(dash + 1) == ' ';
			if (parted && SpeakerLabels.isSure(label)) {
				return new Labelled(label, Timestamps.NONE, line.substring(dash + 2).strip());
			}
		}
		return null;
	}

	/**
	 * {@code S1 00:12 words} or {@code Name [00:00:12] words}: a time between the name
	 * and the words, and no colon.
	 */
	public static @Nullable Labelled inline(String line) {
		int from = line.indexOf(' ');
		while (from > 0 && from <= SpeakerLabels.LONGEST) {
			int to = line.indexOf(' ', from + 1);
			String part = line.substring(from + 1, (to < 0) ? line.length() : to);
			int stamp = (to < 0) ? Timestamps.NONE : Timestamps.bracketed(part);
			if (stamp >= 0) {
				String label = line.substring(0, from).strip();
				boolean sure = "[(".indexOf(part.charAt(0)) >= 0 || SpeakerLabels.isCodeOrRole(label);
				return (sure && SpeakerLabels.isShaped(label) && SpeakerLabels.isName(label))
						? new Labelled(label, stamp, line.substring(to).strip()) : null;
			}
			from = to;
		}
		return null;
	}

	/** {@code **00:04 Name:** words} reads as {@code 00:04 **Name:** words}. */
	public static String withTimeBeforeBold(String rest) {
		int bold = rest.startsWith("**") ? rest.indexOf("**", 2) : -1;
		int end = (bold > 0) ? Timestamps.leading(rest.substring(2, bold)) : 0;
		if (end == 0) {
			return rest;
		}
		String name = rest.substring(2 + end, bold).strip();
		return rest.substring(2, 2 + end) + " " + (name.isEmpty() ? "" : "**" + name + "**") + rest.substring(bold + 2);
	}

	private static @Nullable Labelled bold(String line) {
		int end = line.indexOf("**", 2);
		if (end < 0 || end > SpeakerLabels.LONGEST + 20) {
			return null;
		}
		String inner = line.substring(2, end).strip();
		String after = line.substring(end + 2);
		if (inner.endsWith(":")) {
			return labelled(inner.substring(0, inner.length() - 1), after);
		}
		return after.startsWith(":") ? labelled(inner, after.substring(1)) : null;
	}

	/**
	 * {@code [p1] words}, {@code [Name]: words} or the same in round brackets; other
	 * words in brackets are sounds.
	 */
	private static @Nullable Labelled bracketed(String line) {
		int end = line.indexOf(line.startsWith("[") ? ']' : ')');
		if (end < 0 || end > SpeakerLabels.LONGEST) {
			return null;
		}
		String inner = line.substring(1, end).strip();
		String after = line.substring(end + 1).strip();
		if (after.startsWith(":")) {
			return labelled(inner, after.substring(1));
		}
		boolean code = line.startsWith("[") ? SpeakerLabels.isCode(inner) : SpeakerLabels.isSure(inner);
		return code ? labelled(inner, after) : null;
	}

	/** A label may carry its time: {@code Name (00:12:31)}. */
	private static @Nullable Labelled labelled(String before, String after) {
		String label = before.strip();
		int stamp = Timestamps.NONE;
		int space = label.lastIndexOf(' ');
		if (space > 0) {
			stamp = Timestamps.bracketed(label.substring(space));
			label = (stamp < 0) ? label : label.substring(0, space).strip();
		}
		return SpeakerLabels.isShaped(label) ? new Labelled(label, stamp, after.strip()) : null;
	}

	/**
	 * The first colon that ends a label: a space or the end follows, not the next digits
	 * of a time.
	 */
	private static int colon(String line, int from) {
		int colon = line.indexOf(':', from);
		int wide = line.indexOf('：', from);
		if (wide >= 0 && (colon < 0 || wide < colon)) {
			return wide;
		}
		if (colon < 0) {
			return -1;
		}
		boolean ends = colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1));
		return ends ? colon : colon(line, colon + 1);
	}

	/**
	 * The time may stand after the name: {@code Name: [0:04] words}, or without brackets
	 * when a gap follows.
	 */
	public Labelled withTime() {
		int end = (this.millis < 0) ? Timestamps.leading(this.words) : 0;
		if (end == 0) {
			return this;
		}
		String rest = this.words.substring(end);
		boolean sure = "[(".indexOf(this.words.charAt(0)) >= 0 || rest.startsWith("\t") || rest.startsWith("  ")
				|| this.words.charAt(end - 1) == ' ';
		return sure ? new Labelled(this.label, Timestamps.bracketed(this.words.substring(0, end)), rest.strip()) : this;
	}

}
