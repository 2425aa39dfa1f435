package org.projectthrive.transcript.file.word;

import org.projectthrive.transcript.file.text.FileText;

/** A row of a table in a Word document as it grows. */
final class DocxRow {

	private final StringBuilder cells = new StringBuilder();

	private final StringBuilder cell = new StringBuilder();

	private final StringBuilder alone = new StringBuilder();

	private int filled;

	private int paragraphs;

	void add(DocxParagraph paragraph) {
		String line = paragraph.line();
		this.paragraphs++;
		this.alone.append(line).append('\n');
		this.cell.append(this.cell.isEmpty() ? "" : String.valueOf(FileText.BREAK)).append(paragraph.words());
	}

	void addAll(DocxRow inner) {
		this.paragraphs += inner.paragraphs;
		this.alone.append(inner.lines());
		this.cell.append(inner.cells.toString().replace(FileText.CELL, ' '));
	}

	void finishCell() {
		this.filled += this.cell.toString().isBlank() ? 0 : 1;
		this.cells.append(this.cell).append(FileText.CELL);
		this.cell.setLength(0);
	}

	/** What stands in a row of one cell stands there as if there were no table. */
	String lines() {
		if (this.filled < 2) {
			return this.alone.toString();
		}
		return this.cells + "\n".repeat(Math.max(1, this.paragraphs));
	}

}
