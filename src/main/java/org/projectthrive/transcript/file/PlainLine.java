package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.Labelled;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.Timestamps;
import org.projectthrive.transcript.file.text.FileText;

/**
 * A line of a typed transcript, with the speaker whom it seems to name.
 *
 * @param number of the line or paragraph, counted from 1
 * @param text the line without a time at its beginning and without marks of bold
 * @param stamp when it was said, or {@link Timestamps#NONE}
 * @param words what is said after the name
 * @param first whether the paragraph begins with it
 * @param last whether the paragraph ends with it
 * @param marked whether all of it is bold or a heading
 */
record PlainLine(int number, String text, int stamp, @Nullable String label, String words, Kind kind, boolean first,
		boolean last, boolean marked) {

	private static final int LONGEST_HEADER = 100;

	private static final Pattern MARKS = Pattern.compile("(?:(?:[>•]|[-*+](?= \\*\\*))\\s+)+");

	private static final Pattern BOLD_WITH_TIME = Pattern.compile("\\s*[\\[(]?[0-9:.,]{4,14}[\\])]?\\s*:.*",
			Pattern.DOTALL);

	/** How a line names its speaker, from the surest to the least sure. */
	enum Kind {

		/** In a table, beside the words. */
		CELL,

		/** On a line of its own, with the time. */
		HEADER,

		/** After a time, before a colon. */
		STAMPED,

		/** Before a colon. */
		COLON,

		/** In bold before the words. */
		BOLD,

		/** Before a tab. */
		TAB,

		/** Before a time, before the words. */
		INLINE,

		/** Perhaps alone on its line. */
		NAME,

		/** Not at all. */
		NONE,

		/** Nobody, for it was not said. */
		ASIDE

	}

	/** The lines of a line or paragraph. */
	static List<PlainLine> of(String line, int number) {
		if (line.indexOf(FileText.CELL) >= 0) {
			return List.of(PlainRow.read(line, number));
		}
		String[] parts = line.split(String.valueOf(FileText.BREAK), -1);
		List<PlainLine> lines = new ArrayList<>();
		for (int part = 0; part < parts.length; part++) {
			lines.add(one(parts[part].strip(), number).placed(part == 0, part == parts.length - 1));
		}
		return lines;
	}

	/** The same as a speaker's header with the time from another line. */
	PlainLine at(int millis) {
		return new PlainLine(this.number, this.text, millis, this.label, "", Kind.HEADER, this.first, this.last,
				this.marked);
	}

	/** The same with the time at the beginning of its words; as it is without one. */
	PlainLine withTimeOfWords() {
		int end = Timestamps.leading(this.words);
		return (end == 0) ? this
				: new PlainLine(this.number, this.text, Timestamps.bracketed(this.words.substring(0, end)), this.label,
						this.words.substring(end).strip(), Kind.STAMPED, this.first, this.last, this.marked);
	}

	boolean isBlank() {
		return this.text.isEmpty();
	}

	/** A time and nothing else. */
	boolean isLoneStamp() {
		return this.text.isEmpty() && this.stamp >= 0;
	}

	boolean isStrong() {
		return this.kind == Kind.CELL || this.kind == Kind.HEADER || this.kind == Kind.STAMPED;
	}

	private PlainLine placed(boolean begins, boolean ends) {
		return new PlainLine(this.number, this.text, this.stamp, this.label, this.words, this.kind, begins, ends,
				this.marked);
	}

	private static PlainLine one(String line, int number) {
		String rest = unmarked(line);
		boolean marked = !rest.equals(line) && rest.indexOf("**") < 0;
		rest = Labelled.withTimeBeforeBold(rest);
		int stamp = Timestamps.NONE;
		int end = Timestamps.leading(rest);
		if (end > 0) {
			stamp = Timestamps.bracketed(rest.substring(0, end));
			rest = behindTime(unmarked(rest.substring(end).strip()));
		}
		Labelled labelled = header(rest);
		if (labelled != null) {
			return new PlainLine(number, plain(rest), Math.max(stamp, labelled.millis()), labelled.label(), "",
					Kind.HEADER, true, true, marked);
		}
		labelled = Labelled.split(boldWithTime(rest));
		if (labelled != null) {
			Labelled timed = (stamp < 0) ? labelled.withTime() : labelled;
			int at = (stamp >= 0) ? stamp : timed.millis();
			return new PlainLine(number, plain(rest), at, timed.label(), timed.words(),
					(at >= 0) ? Kind.STAMPED : Kind.COLON, true, true, marked);
		}
		labelled = (stamp < 0) ? Labelled.inline(boldWithTime(rest)) : null;
		if (labelled != null) {
			return new PlainLine(number, plain(rest), labelled.millis(), labelled.label(), labelled.words(),
					Kind.INLINE, true, true, marked);
		}
		return unsure(line, rest, number, stamp, marked);
	}

	/** What parts a time from a name goes, too. */
	private static String behindTime(String rest) {
		boolean parted = rest.length() > 2 && "-–|•".indexOf(rest.charAt(0)) >= 0 && rest.charAt(1) == ' ';
		return parted ? unmarked(rest.substring(2).strip()) : rest;
	}

	/** A time at the beginning may also be what somebody talks about. */
	private static PlainLine unsure(String line, String rest, int number, int stamp, boolean marked) {
		int end = Timestamps.leading(unmarked(line));
		PlainLine unsure = unsure(rest, number, stamp, marked);
		boolean clock = unsure.kind() == Kind.NONE && !rest.isEmpty() && beginsWithClock(line, end);
		return clock ? unsure(line, number, Timestamps.NONE, marked) : unsure;
	}

	/** Names without a colon: bold, before a tab, or alone. */
	private static PlainLine unsure(String rest, int number, int stamp, boolean marked) {
		int bold = rest.startsWith("**") ? rest.indexOf("**", 2) : -1;
		if (bold > 2) {
			String name = rest.substring(2, bold).strip();
			String words = rest.substring(bold + 2).strip();
			Kind kind = SpeakerLabels.isShaped(name) ? Kind.BOLD : Kind.NONE;
			return new PlainLine(number, plain(rest), stamp, (kind == Kind.BOLD) ? name : null, words, kind, true, true,
					marked);
		}
		int tab = rest.indexOf('\t');
		if (tab > 0 && SpeakerLabels.isShaped(rest.substring(0, tab).strip())) {
			return new PlainLine(number, rest, stamp, rest.substring(0, tab).strip(), rest.substring(tab).strip(),
					Kind.TAB, true, true, marked);
		}
		if (SpeakerLabels.isShaped(rest) && ".!?,;…-".indexOf(rest.charAt(rest.length() - 1)) < 0) {
			return new PlainLine(number, rest, stamp, rest, "", (stamp >= 0) ? Kind.HEADER : Kind.NAME, true, true,
					marked);
		}
		return new PlainLine(number, rest, stamp, null, rest, Kind.NONE, true, true, marked);
	}

	/** Whether the time that ends there is like 12:30, and may be part of the words. */
	private static boolean beginsWithClock(String line, int end) {
		return end > 0 && Character.isDigit(line.charAt(0))
				&& line.indexOf(':') == line.substring(0, end).lastIndexOf(':');
	}

	/**
	 * {@code Name  0:04}, {@code Name (00:04):} or {@code [Name] 00:00:04}, alone on its
	 * line.
	 */
	static @Nullable Labelled header(String line) {
		if (line.length() > LONGEST_HEADER) {
			return null;
		}
		String text = line.endsWith(":") ? line.substring(0, line.length() - 1).strip() : line;
		int space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
		int stamp = (space > 0) ? Timestamps.bracketed(text.substring(space)) : Timestamps.NONE;
		if (stamp < 0) {
			return null;
		}
		String label = text.substring(0, space).strip();
		while (!label.isEmpty() && "|–-•·,:@".indexOf(label.charAt(label.length() - 1)) >= 0) {
			label = label.substring(0, label.length() - 1).strip();
		}
		label = label.replaceAll("^\\*\\*(.{0,80}?):?\\*\\*$|^\\[(.{0,80})]$", "$1$2").strip();
		return SpeakerLabels.isShaped(label) ? new Labelled(label, stamp, "") : null;
	}

	/** Without the mark of a heading, a list or a quotation, nor of bold around all. */
	private static String unmarked(String line) {
		String text = line;
		if (text.startsWith("#")) {
			text = text.replaceFirst("^#{1,6}\\s+", "");
		}
		else if (text.startsWith(">") || text.startsWith("•") || text.startsWith("- **") || text.startsWith("* **")) {
			text = MARKS.matcher(text).replaceFirst("");
		}
		if (text.startsWith("__") && text.indexOf("__", 2) > 2) {
			int end = text.indexOf("__", 2);
			text = "**" + text.substring(2, end) + "**" + text.substring(end + 2);
		}
		boolean whole = text.length() > 4 && text.startsWith("**") && text.indexOf("**", 2) == text.length() - 2;
		return whole ? text.substring(2, text.length() - 2).strip() : text;
	}

	/** {@code **Name** (00:04): words} reads as {@code Name (00:04): words}. */
	private static String boldWithTime(String line) {
		int end = line.startsWith("**") ? line.indexOf("**", 2) : -1;
		if (end < 0 || end > SpeakerLabels.LONGEST + 20) {
			return line;
		}
		String after = line.substring(end + 2);
		String inner = line.substring(2, end).strip();
		boolean timed = BOLD_WITH_TIME.matcher(after.substring(0, Math.min(after.length(), 30))).matches();
		boolean named = Labelled.split(inner) != null && !inner.endsWith(":");
		return (timed || named) ? inner + " " + after.strip() : line;
	}

	private static String plain(String text) {
		int end = text.startsWith("**") ? text.indexOf("**", 2) : -1;
		return (end < 0) ? text : text.substring(2, end) + text.substring(end + 2);
	}

}
