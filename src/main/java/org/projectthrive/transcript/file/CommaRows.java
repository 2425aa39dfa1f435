package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;

import org.projectthrive.transcript.file.text.FileText;

/**
 * A table whose cells are parted by commas or semicolons, as it is exported from a
 * spreadsheet. It is one when its first row says which column holds what.
 */
final class CommaRows {

	private final String content;

	private final char comma;

	private final List<String> lines = new ArrayList<>();

	private final StringBuilder row = new StringBuilder();

	private int at;

	private int breaks;

	/**
	 * Whether a quotation mark was found that nobody closes: from then on none is one.
	 */
	private boolean unclosed;

	private CommaRows(String content, char comma) {
		this.content = content;
		this.comma = comma;
	}

	/** The rows, each at the line where it begins; none when it is no such table. */
	static List<String> rowsOf(String content) {
		String first = content.stripLeading().lines().findFirst().orElse("");
		for (char comma : new char[] { ',', ';' }) {
			if (first.indexOf(comma) > 0 && Columns.of(new CommaRows(first, comma).read().get(0)) != null) {
				return new CommaRows(content, comma).read();
			}
		}
		return List.of();
	}

	private List<String> read() {
		while (this.at < this.content.length()) {
			cell();
			if (this.at >= this.content.length() || this.content.charAt(this.at) == '\n') {
				finishRow();
			}
			else {
				this.row.append(FileText.CELL);
			}
			this.at++;
		}
		if (!this.row.isEmpty()) {
			finishRow();
		}
		return this.lines;
	}

	private void finishRow() {
		this.lines.add(this.row.toString());
		for (; this.breaks > 0; this.breaks--) {
			this.lines.add("");
		}
		this.row.setLength(0);
	}

	/** Reads up to what ends the cell. */
	private void cell() {
		if (this.at < this.content.length() && this.content.charAt(this.at) == '"' && !this.unclosed) {
			quoted();
		}
		while (this.at < this.content.length() && this.content.charAt(this.at) != this.comma
				&& this.content.charAt(this.at) != '\n') {
			this.row.append(this.content.charAt(this.at));
			this.at++;
		}
	}

	/** A quotation mark within is written twice. */
	private void quoted() {
		int start = this.at;
		int length = this.row.length();
		int lines = this.breaks;
		this.at++;
		while (this.at < this.content.length()) {
			char character = this.content.charAt(this.at);
			boolean twice = character == '"' && this.content.startsWith("\"\"", this.at);
			if (character == '"' && !twice) {
				this.at++;
				return;
			}
			this.breaks += (character == '\n') ? 1 : 0;
			this.row.append((character == '\n') ? ' ' : character);
			this.at += twice ? 2 : 1;
		}
		this.unclosed = true;
		this.at = start;
		this.row.setLength(length);
		this.breaks = lines;
	}

}
