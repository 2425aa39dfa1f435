package org.projectthrive.transcript.file.word;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.Limits;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.text.FileText;

/**
 * Reads the text of a Word document as it streams by: paragraphs, breaks, tables, which
 * paragraphs are headings, and the bold beginning that may be a name.
 */
final class DocxText {

	private static final int DEEPEST = 200;

	/** Of a long talk with every word in a run of its own there are some 300,000. */
	private static final int MOST_ELEMENTS = 1_000_000;

	/** What is not part of the text as it is read. */
	private static final Set<String> SKIPPED = Set.of("Fallback", "txbxContent", "del", "moveFrom", "instrText",
			"delText");

	private final XMLStreamReader xml;

	private final StringBuilder text = new StringBuilder();

	private final Deque<DocxRow> rows = new ArrayDeque<>();

	private DocxParagraph paragraph = new DocxParagraph();

	private int elements;

	private int paragraphs;

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
					enter(++depth);
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
			if (this.text.length() + this.paragraph.length() > Limits.MOST_CHARACTERS) {
				throw new Unreadable("long");
			}
		}
	}

	private void enter(int depth) {
		if (depth > DEEPEST || ++this.elements > MOST_ELEMENTS) {
			throw new Unreadable("bomb");
		}
	}

	/** Passes over an element with all that is in it. */
	private void skip() throws XMLStreamException {
		int depth = 1;
		while (depth > 0) {
			int event = this.xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				enter(++depth);
			}
			depth -= (event == XMLStreamConstants.END_ELEMENT) ? 1 : 0;
		}
	}

	private void start(String element) {
		switch (element) {
			case "p" -> this.paragraph = new DocxParagraph();
			case "tr" -> this.rows.push(new DocxRow());
			case "rPr" -> this.runProperties = true;
			case "r" -> {
				this.run = true;
				this.bold = false;
				this.hidden = false;
			}
			case "b" -> this.bold |= this.runProperties && isOn();
			case "vanish" -> this.hidden |= this.runProperties && isOn();
			case "pStyle" -> this.paragraph.style(String.valueOf(value()));
			case "t" -> this.paragraph.open(!this.hidden);
			case "tab", "br", "cr", "noBreakHyphen" -> append(character(element));
			default -> {
			}
		}
	}

	private static char character(String element) {
		return switch (element) {
			case "tab" -> '\t';
			case "noBreakHyphen" -> '-';
			default -> FileText.BREAK;
		};
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
		if (++this.paragraphs > Limits.MOST_LINES) {
			throw new Unreadable("long");
		}
		if (this.rows.isEmpty()) {
			this.text.append(this.paragraph.line()).append('\n');
		}
		else {
			this.rows.getFirst().add(this.paragraph);
		}
		this.paragraph = new DocxParagraph();
	}

	/** A row is one line, and then an empty one for each further paragraph in it. */
	private void finishRow(DocxRow row) {
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

}
