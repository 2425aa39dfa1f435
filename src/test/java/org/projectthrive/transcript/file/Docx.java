package org.projectthrive.transcript.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * Writes small Word files for tests. A {@code /} in a text is a break in the paragraph.
 */
public final class Docx {

	private final XWPFDocument document = new XWPFDocument();

	public Docx paragraph(String text) {
		say(this.document.createParagraph(), text, false);
		return this;
	}

	public Docx paragraphs(String... texts) {
		for (String text : texts) {
			paragraph(text);
		}
		return this;
	}

	Docx bold(String bold, String rest) {
		XWPFParagraph paragraph = this.document.createParagraph();
		say(paragraph, bold, true);
		say(paragraph, rest, false);
		return this;
	}

	Docx heading(String text) {
		XWPFParagraph paragraph = this.document.createParagraph();
		paragraph.setStyle("Heading2");
		say(paragraph, text, false);
		return this;
	}

	Docx header(String text) {
		this.document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText(text);
		this.document.createFooter(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("Page 1 of 3");
		return this;
	}

	Docx table(String[]... rows) {
		XWPFTable table = this.document.createTable(rows.length, rows[0].length);
		for (int row = 0; row < rows.length; row++) {
			for (int column = 0; column < rows[row].length; column++) {
				XWPFTableCell cell = table.getRow(row).getCell(column);
				say(cell.getParagraphs().get(0), rows[row][column], false);
			}
		}
		return this;
	}

	public byte[] bytes() {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); this.document) {
			this.document.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void say(XWPFParagraph paragraph, String text, boolean bold) {
		XWPFRun run = paragraph.createRun();
		run.setBold(bold);
		String[] parts = text.split("/", -1);
		for (int part = 0; part < parts.length; part++) {
			if (part > 0) {
				run.addBreak();
			}
			run.setText(parts[part], part);
		}
	}

}
