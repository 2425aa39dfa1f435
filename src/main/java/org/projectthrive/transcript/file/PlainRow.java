package org.projectthrive.transcript.file;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.speech.Labelled;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.Timestamps;
import org.projectthrive.transcript.file.text.FileText;

/**
 * A row of a table as it is read: a time and a name where there are, then the words.
 */
final class PlainRow {

	private static final Set<String> COLUMNS = Set.of("time", "times", "timestamp", "timecode", "start", "end",
			"speaker", "name", "who", "text", "transcript", "content", "speech", "dialogue", "line", "no", "no.", "#",
			"nr", "nr.", "notes", "comments", "duration");

	private final StringBuilder words = new StringBuilder();

	private @Nullable String label;

	private int stamp = Timestamps.NONE;

	private boolean columns = true;

	private boolean empty;

	private PlainRow() {
	}

	static PlainLine read(String line, int number) {
		PlainRow row = new PlainRow();
		for (String cell : line.split(String.valueOf(FileText.CELL), -1)) {
			String text = cell.replace(FileText.BREAK, ' ').strip();
			if (text.isEmpty()) {
				row.empty = true;
			}
			else {
				row.add(text);
			}
		}
		return row.line(line, number);
	}

	private void add(String text) {
		this.columns &= COLUMNS.contains(text.toLowerCase(Locale.ROOT));
		Labelled header = PlainLine.header(text);
		if (Timestamps.leading(text) == text.length()) {
			this.stamp = (this.stamp < 0) ? Timestamps.bracketed(text) : this.stamp;
		}
		else if (awaitsName() && header != null) {
			this.label = header.label();
			this.stamp = header.millis();
		}
		else if (awaitsName() && isName(text)) {
			this.label = withoutColon(text);
		}
		else if (!this.words.isEmpty() || !text.chars().allMatch(Character::isDigit)) {
			this.words.append(this.words.isEmpty() ? "" : " ").append(text);
		}
	}

	/** A name stands before the words, and not after an empty cell. */
	private boolean awaitsName() {
		return this.label == null && this.words.isEmpty() && !this.empty;
	}

	private static boolean isName(String text) {
		String name = withoutColon(text);
		return SpeakerLabels.isShaped(name) && ".!?,;…".indexOf(name.charAt(name.length() - 1)) < 0
				&& SpeakerLabels.isName(name);
	}

	private static String withoutColon(String text) {
		return text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
	}

	private PlainLine line(String line, int number) {
		String said = this.words.toString();
		boolean speaks = !this.columns && this.label != null && !said.isEmpty();
		String all = line.replace(FileText.CELL, ' ').replace(FileText.BREAK, ' ').strip();
		return new PlainLine(number, (this.label == null && !this.columns) ? said : all, this.stamp,
				speaks ? this.label : null, said, speaks ? Kind.CELL : Kind.NONE, true, true, this.columns);
	}

}
