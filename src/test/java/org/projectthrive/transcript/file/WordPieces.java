package org.projectthrive.transcript.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Word file with a sound package around whatever document the bytes stand for: letters
 * are words, a line feed is a new paragraph, and every other byte opens, closes or breaks
 * something.
 */
final class WordPieces {

	private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private static final List<String> OPENED = List.of("w:p", "w:r", "w:t", "w:rPr", "w:pPr", "w:tbl", "w:tr", "w:tc",
			"w:del", "w:ins", "w:hyperlink", "w:sdt", "mc:AlternateContent", "mc:Fallback", "w:txbxContent",
			"w:instrText", "w:smartTag");

	private static final List<String> WHOLE = List.of("<w:br/>", "<w:tab/>", "<w:cr/>", "<w:b/>", "<w:b w:val=\"0\"/>",
			"<w:vanish/>", "<w:noBreakHyphen/>", "<w:pStyle w:val=\"Heading2\"/>", "<w:pStyle w:val=\"\"/>",
			"<![CDATA[P01: ]]>", "<!-- aside -->", "<?pi?>", "&#x2028;", "&#x1F600;", "&#x85;", "00:00:11",
			"[00:00:05] ", "Moderator: ", "</w:t></w:r></w:p>", "&x;", "&#0;", "<", "]]>", "<!DOCTYPE d>", "<w:p/>",
			"<a/>");

	private final StringBuilder xml = new StringBuilder();

	private final Deque<String> open = new ArrayDeque<>();

	private WordPieces() {
	}

	static byte[] file(byte[] bytes) {
		String document = "<w:document xmlns:w=\"" + WORD
				+ "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
				+ new WordPieces().body(bytes) + "</w:body></w:document>";
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(file)) {
			add(zip, "[Content_Types].xml",
					"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
							+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
							+ "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
							+ "officedocument.wordprocessingml.document.main+xml\"/></Types>");
			add(zip, "_rels/.rels",
					"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
							+ "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
							+ "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
			add(zip, "word/document.xml", document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static void add(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
	}

	private String body(byte[] bytes) {
		paragraph();
		for (byte one : bytes) {
			int code = one & 0xFF;
			if (code == '\n') {
				closeAll();
				paragraph();
			}
			else if (code >= 0x20 && code < 0x7F) {
				this.xml.append((code == '<' || code == '&') ? " " : (char) code);
			}
			else if (code < 0x20) {
				open(OPENED.get(code % OPENED.size()));
			}
			else if (code < 0xC0) {
				close();
			}
			else {
				this.xml.append(WHOLE.get(code % WHOLE.size()));
			}
		}
		closeAll();
		return this.xml.toString();
	}

	private void paragraph() {
		open("w:p");
		open("w:r");
		open("w:t");
	}

	private void open(String element) {
		this.xml.append('<').append(element).append('>');
		this.open.push(element);
	}

	private void close() {
		if (!this.open.isEmpty()) {
			this.xml.append("</").append(this.open.pop()).append('>');
		}
	}

	private void closeAll() {
		while (!this.open.isEmpty()) {
			close();
		}
	}

}
