package org.projectthrive.transcript.file;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a Word document as it streams by: paragraphs, breaks, tables, which
 * paragraphs are headings, and the bold beginning that may be a name.
 */
final class DocxText {

	/** Between the lines of one paragraph. */
	static final char BREAK = 0x2028;

	/** Between the cells of one row. */
	static final char CELL = 0x1F;

	private static final int DEEPEST = 200;

	private static final int MOST_CHARACTERS = 10_000_000;

	private static final Pattern HEADING = Pattern.compile("(?i).*(?:heading|title|berschrift|titre|titulo|kop\\d).*");

	/** What is not part of the text as it is read. */
	private static final Set<String> SKIPPED = Set.of("Fallback", "txbxContent", "del", "moveFrom", "instrText",
			"delText");

	private final XMLStreamReader xml;

	private final StringBuilder text = new StringBuilder();

	private final Deque<Row> rows = new ArrayDeque<>();

	private Paragraph paragraph = new Paragraph();

	private boolean run;

	private boolean runProperties;

	private boolean bold;

	private boolean hidden;

	private DocxText(XMLStreamReader xml) {
		this.xml = xml;
	}

	static String read(InputStream part) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("Nothing is fetched");
		});
		DocxText document = new DocxText(factory.createXMLStreamReader(part));
		document.read();
		return document.text.toString();
	}

	private void read() throws XMLStreamException {
		int depth = 0;
		while (this.xml.hasNext()) {
			switch (this.xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (++depth > DEEPEST) {
						throw new Unreadable("bomb");
					}
					if (SKIPPED.contains(this.xml.getLocalName())) {
						skip();
						depth--;
					}
					else {
						start(this.xml.getLocalName());
					}
				}
				case XMLStreamConstants.END_ELEMENT -> {
					depth--;
					end(this.xml.getLocalName());
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> this.paragraph.characters(this.xml);
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Unreadable("bomb");
				default -> {
				}
			}
			if (this.text.length() + this.paragraph.length() > MOST_CHARACTERS) {
				throw new Unreadable("long");
			}
		}
	}

	/** Passes over an element with all that is in it. */
	private void skip() throws XMLStreamException {
		int depth = 1;
		while (depth > 0) {
			int event = this.xml.next();
			if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
				throw new Unreadable("bomb");
			}
			depth -= (event == XMLStreamConstants.END_ELEMENT) ? 1 : 0;
		}
	}

	private void start(String element) {
		switch (element) {
			case "p" -> this.paragraph = new Paragraph();
			case "tr" -> this.rows.push(new Row());
			case "rPr" -> this.runProperties = true;
			case "r" -> {
				this.run = true;
				this.bold = false;
				this.hidden = false;
			}
			case "b" -> this.bold |= this.runProperties && isOn();
			case "vanish" -> this.hidden |= this.runProperties && isOn();
			case "pStyle" -> this.paragraph.heading |= HEADING.matcher(String.valueOf(value())).matches();
			case "t" -> this.paragraph.open = !this.hidden;
			case "tab" -> append('\t');
			case "br", "cr" -> append(BREAK);
			case "noBreakHyphen" -> append('-');
			default -> {
			}
		}
	}

	/** A tab may also be a stop among the properties of a paragraph. */
	private void append(char character) {
		if (this.run) {
			this.paragraph.append(character, this.bold);
		}
	}

	private void end(String element) {
		switch (element) {
			case "t" -> this.paragraph.close(this.bold);
			case "r" -> this.run = false;
			case "rPr" -> this.runProperties = false;
			case "p" -> finishParagraph();
			case "tc" -> {
				if (!this.rows.isEmpty()) {
					this.rows.getFirst().finishCell();
				}
			}
			case "tr" -> {
				if (!this.rows.isEmpty()) {
					finishRow(this.rows.pop());
				}
			}
			default -> {
			}
		}
	}

	private void finishParagraph() {
		if (this.rows.isEmpty()) {
			this.text.append(this.paragraph.line()).append('\n');
		}
		else {
			this.rows.getFirst().add(this.paragraph);
		}
		this.paragraph = new Paragraph();
	}

	/** A row is one line, and then an empty one for each further paragraph in it. */
	private void finishRow(Row row) {
		if (!this.rows.isEmpty()) {
			this.rows.getFirst().addAll(row);
		}
		else {
			this.text.append(row.lines());
		}
	}

	private @Nullable String value() {
		for (int at = 0; at < this.xml.getAttributeCount(); at++) {
			if (this.xml.getAttributeLocalName(at).equals("val")) {
				return this.xml.getAttributeValue(at);
			}
		}
		return null;
	}

	private boolean isOn() {
		String value = value();
		return value == null || !Set.of("0", "false", "off", "none").contains(value);
	}

	/** A paragraph as it grows. */
	private static final class Paragraph {

		private final StringBuilder words = new StringBuilder();

		private final StringBuilder run = new StringBuilder();

		private boolean heading;

		private boolean open;

		private boolean plain;

		private int boldEnd;

		int length() {
			return this.words.length() + this.run.length();
		}

		void characters(XMLStreamReader xml) {
			if (this.open) {
				this.run.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
			}
		}

		void close(boolean bold) {
			String said = FileText.clean(this.run.toString()).replace('\n', ' ').replace(BREAK, ' ');
			this.run.setLength(0);
			this.open = false;
			this.words.append(said);
			reach(bold, said.isBlank());
		}

		void append(char character, boolean bold) {
			this.words.append(character);
			reach(bold && character != BREAK, true);
		}

		/** The bold beginning goes on, or has come to its end. */
		private void reach(boolean bold, boolean blank) {
			this.plain |= !bold && (!blank || this.words.indexOf(String.valueOf(BREAK)) >= 0);
			if (bold && !this.plain && !blank) {
				this.boldEnd = this.words.length();
			}
		}

		/** The words, marked as Markdown would where they are a heading or begin bold. */
		String line() {
			String line = this.words.toString();
			if (this.heading && !line.isBlank()) {
				return "# " + line;
			}
			String begins = line.substring(0, this.boldEnd);
			int from = begins.length() - begins.stripLeading().length();
			String name = begins.strip();
			boolean mark = !name.isEmpty() && name.length() <= SpeakerLabels.LONGEST + 15 && !name.contains("*")
					&& name.indexOf(BREAK) < 0;
			return mark ? "**" + name + "**" + line.substring(from + name.length()) : line;
		}

	}

	/** A row as it grows. */
	private static final class Row {

		private final StringBuilder cells = new StringBuilder();

		private final StringBuilder cell = new StringBuilder();

		private final StringBuilder alone = new StringBuilder();

		private int filled;

		private int paragraphs;

		void add(Paragraph paragraph) {
			String line = paragraph.line();
			this.paragraphs++;
			this.alone.append(line).append('\n');
			this.cell.append(this.cell.isEmpty() ? "" : String.valueOf(BREAK)).append(paragraph.words);
		}

		void addAll(Row inner) {
			this.paragraphs += inner.paragraphs;
			this.alone.append(inner.lines());
			this.cell.append(inner.cells.toString().replace(CELL, ' '));
		}

		void finishCell() {
			this.filled += this.cell.toString().isBlank() ? 0 : 1;
			this.cells.append(this.cell).append(CELL);
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

}
