package org.projectthrive.transcript.file.word;

import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamReader;

import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.text.FileText;

/** A paragraph of a Word document as it grows. */
final class DocxParagraph {

	private static final Pattern HEADING = Pattern.compile("(?i).*(?:heading|title|berschrift|titre|titulo|kop\\d).*");

	private final StringBuilder words = new StringBuilder();

	private final StringBuilder run = new StringBuilder();

	private boolean heading;

	private boolean open;

	private boolean plain;

	private int boldEnd;

	int length() {
		return this.words.length() + this.run.length();
	}

	/** Its style is called so. */
	void style(String name) {
		this.heading |= HEADING.matcher(name).matches();
	}

	/** What follows is said in it, unless it is hidden. */
	void open(boolean shown) {
		this.open = shown;
	}

	void characters(XMLStreamReader xml) {
		if (this.open) {
			this.run.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
		}
	}

	void close(boolean bold) {
		String said = FileText.clean(this.run.toString()).replace('\n', ' ').replace(FileText.BREAK, ' ');
		this.run.setLength(0);
		this.open = false;
		this.words.append(said);
		reach(bold, said.isBlank());
	}

	void append(char character, boolean bold) {
		this.words.append(character);
		reach(bold && character != FileText.BREAK, true);
	}

	/** The bold beginning goes on, or has come to its end. */
	private void reach(boolean bold, boolean blank) {
		this.plain |= !bold && (!blank || this.words.indexOf(String.valueOf(FileText.BREAK)) >= 0);
		if (bold && !this.plain && !blank) {
			this.boldEnd = this.words.length();
		}
	}

	String words() {
		return this.words.toString();
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
				&& name.indexOf(FileText.BREAK) < 0;
		return mark ? "**" + name + "**" + line.substring(from + name.length()) : line;
	}

}
