package org.projectthrive.transcript.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class HostileWordTests {

	private static final Duration SOON = Duration.ofSeconds(2);

	private static final String DOCUMENT = "word/document.xml";

	private static final String OPEN = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
			+ "<w:body>";

	private static final String SAID = "<w:p><w:r><w:t>P01: %s</w:t></w:r></w:p><w:p><w:r><w:t>P01: Yes.</w:t></w:r></w:p>";

	private static final String CLOSE = "</w:body></w:document>";

	static Stream<Arguments> bombs() throws IOException {
		return Stream.of(Arguments.of("a document of a thousand times its size", bomb()),
				Arguments.of("65,000 entries", manyEntries()), Arguments.of("a size that lies", lying()),
				Arguments.of("entries over each other", overlapping()),
				Arguments.of("another entry of 3 GB", changed(24, 0, 0, 0, 0xC0)),
				Arguments.of("another entry that is locked", changed(8, 1)),
				Arguments.of("a zip in a zip", zip(Map.of("inner.zip", zip(Map.of("a", "a"))))),
				Arguments.of("elements 100,000 deep",
						docx(OPEN + "<w:x>".repeat(100_000) + SAID + "</w:x>".repeat(100_000) + CLOSE)),
				Arguments.of("a million empty paragraphs", docx(OPEN + "<w:p/>".repeat(1_000_000) + CLOSE)),
				Arguments.of("elements without number", docx(OPEN + SAID + elements(1_100_000) + CLOSE)),
				Arguments.of("half a zip", Arrays.copyOf(docx(OPEN + CLOSE), 200)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("bombs")
	@DisplayName("SEC35 a zip built to harm is refused in two seconds and little memory")
	void bombsAreRefused(String what, byte[] bytes) {
		long before = allocated();

		assertTimeout(SOON, () -> assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(bytes)));

		assertThat(allocated() - before).as("bytes that were ever asked for").isLessThan(64L << 20);
	}

	@Test
	@DisplayName("SEC35 what is embedded in a document is never inflated")
	void embeddedBombsStayWhereTheyAre() throws IOException {
		Map<String, byte[]> parts = parts(docx(OPEN + SAID.formatted("Hello.") + CLOSE));
		parts.put("word/vbaProject.xml", new byte[30 << 20]);
		parts.put("word/embeddings/oleObject1.xml", new byte[30 << 20]);
		byte[] bytes = zipped(parts);

		assertTimeout(SOON, () -> assertThat(read(bytes)).contains("P01: Hello."));
	}

	static Stream<Arguments> declarations() {
		String laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
				+ "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
		return Stream.of(Arguments.of("file", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "UTF-8"),
				Arguments.of("address", "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://127.0.0.1:PORT/\">]>", "UTF-8"),
				Arguments.of("external DTD", "<!DOCTYPE d SYSTEM \"http://127.0.0.1:PORT/x.dtd\">", "UTF-8"),
				Arguments.of("parameter entity", "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://127.0.0.1:PORT/p\"> %p;]>",
						"UTF-8"),
				Arguments.of("one long entity many times",
						"<!DOCTYPE d [<!ENTITY x \"" + "ha".repeat(100_000) + "\">]>", "UTF-8"),
				Arguments.of("a billion laughs", laughs, "UTF-8"), Arguments.of("in UTF-16", laughs, "UTF-16"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("declarations")
	@DisplayName("SEC36 entities and DTDs are refused, and nothing is fetched or read")
	void nothingIsFetched(String what, String declaration, String charset) throws IOException {
		try (ServerSocket listener = new ServerSocket(0)) {
			listener.setSoTimeout(200);
			String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>"
					+ declaration.replace("PORT", String.valueOf(listener.getLocalPort())) + OPEN
					+ SAID.formatted("&x;") + CLOSE;
			for (String part : new String[] { DOCUMENT, "[Content_Types].xml", "_rels/.rels" }) {
				Map<String, byte[]> parts = parts(docx(OPEN + CLOSE));
				parts.put(part, xml.getBytes(Charset.forName(charset)));
				byte[] bytes = zipped(parts);

				assertTimeout(SOON, () -> assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(bytes)));
			}
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> accept(listener));
		}
	}

	@Test
	@DisplayName("SEC36 a declaration is refused although nothing makes use of it")
	void declarationsAreRefused() throws IOException {
		byte[] bytes = docx("<!DOCTYPE d>" + OPEN + SAID + CLOSE);

		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(bytes));
	}

	@Test
	@DisplayName("SEC36 what a document wants to include or be checked against is not fetched or read")
	void nothingIsIncluded() throws IOException {
		try (ServerSocket listener = new ServerSocket(0)) {
			listener.setSoTimeout(200);
			String address = "http://127.0.0.1:" + listener.getLocalPort() + "/";
			String outside = OPEN.replaceFirst(">",
					" xmlns:xi=\"http://www.w3.org/2001/XInclude\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
							+ " xsi:schemaLocation=\"" + address + " " + address + "x.xsd\">")
					+ "<xi:include href=\"" + address + "\" parse=\"text\"/>"
					+ "<xi:include href=\"file:///etc/passwd\" parse=\"text\"/>" + SAID.formatted("Hello.") + CLOSE;

			assertThat(read(docx(outside))).contains("P01: Hello.").doesNotContain("root:");

			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> accept(listener));
		}
	}

	@Test
	@DisplayName("SEC36 an encoding that hides what is written is not understood")
	void hiddenEncodingsAreRefused() throws IOException {
		String xml = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-!DOCTYPE d+AD4-" + OPEN + CLOSE;

		byte[] bytes = docx(xml);

		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(bytes));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../evil.txt", "/tmp/evil.txt", "..\\evil.txt", "C:/evil.txt", "a/../../evil",
			"word/document.xml/../../x", "WORD/Document.xml", "word/evil\0.xml" })
	@DisplayName("SEC37 names that lead out of the file are refused, and nothing is written")
	void namesThatLeadOutAreRefused(String name, @TempDir Path place) throws IOException {
		Map<String, byte[]> parts = parts(docx(OPEN + SAID.formatted("Hello.") + CLOSE));
		parts.put(name, new byte[] { 1 });
		byte[] bytes = zipped(parts);

		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(bytes));

		try (Stream<Path> written = Files.list(place)) {
			assertThat(written).isEmpty();
		}
		assertThat(Path.of("/tmp/evil.txt")).doesNotExist();
	}

	@Test
	@DisplayName("SEC37 an entry that stands for another file is refused")
	void linksAreRefused() throws IOException {
		byte[] link = changed(38, 0, 0, 0xFF, 0xA1);
		link[entry(link, "word/other.xml") + 5] = 3; // made on Unix

		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(link));
		assertThat(read(changed(38, 0, 0, 0, 0))).contains("P01: Hello.");
	}

	private static String read(byte[] bytes) {
		return TranscriptFiles.decode("talk.docx", bytes).text();
	}

	private static void accept(ServerSocket listener) throws IOException {
		try (Socket visitor = listener.accept()) {
			assertThat(visitor).as("nobody should call").isNull();
		}
	}

	/** By this thread, which reads: garbage counts, too. */
	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	private static byte[] bomb() throws IOException {
		return docx(OPEN + SAID.formatted("a".repeat(50 << 20)) + CLOSE);
	}

	private static byte[] manyEntries() throws IOException {
		Map<String, byte[]> parts = parts(docx(OPEN + CLOSE));
		for (int part = 0; part < 65_000; part++) {
			parts.put("word/part" + part, new byte[0]);
		}
		return zipped(parts);
	}

	/** The directory says that the document is small. */
	private static byte[] lying() throws IOException {
		byte[] bytes = bomb();
		int at = entry(bytes, DOCUMENT);
		Arrays.fill(bytes, at + 24, at + 28, (byte) 1);
		return bytes;
	}

	/** Of a sound document two pictures lie at the same place. */
	private static byte[] overlapping() throws IOException {
		Map<String, byte[]> parts = parts(docx(OPEN + SAID.formatted("Hello.") + CLOSE));
		parts.put("word/one.xml", new byte[100]);
		parts.put("word/two.xml", new byte[100]);
		byte[] bytes = zipped(parts);
		int one = entry(bytes, "word/one.xml");
		System.arraycopy(bytes, one + 42, bytes, entry(bytes, "word/two.xml") + 42, 4);
		return bytes;
	}

	/** A sound document with something about one of its other entries changed. */
	private static byte[] changed(int field, int... values) throws IOException {
		Map<String, byte[]> parts = parts(docx(OPEN + SAID.formatted("Hello.") + CLOSE));
		parts.put("word/other.xml", new byte[100]);
		byte[] bytes = zipped(parts);
		int at = entry(bytes, "word/other.xml") + field;
		for (int value : values) {
			bytes[at++] = (byte) value;
		}
		return bytes;
	}

	/** Where the directory tells about an entry. */
	private static int entry(byte[] bytes, String name) {
		for (int at = 0; at + 46 + name.length() <= bytes.length; at++) {
			if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2
					&& new String(bytes, at + 46, name.length(), StandardCharsets.US_ASCII).equals(name)) {
				return at;
			}
		}
		throw new IllegalArgumentException(name);
	}

	/** So different that they are too large for their number only. */
	private static String elements(int count) {
		Random random = new Random(7);
		StringBuilder elements = new StringBuilder();
		for (int element = 0; element < count; element++) {
			elements.append('<').append((char) ('c' + random.nextInt(20))).append("/>");
		}
		return elements.toString();
	}

	private static byte[] docx(String document) throws IOException {
		Map<String, byte[]> parts = parts(new Docx().paragraph("P01: x").bytes());
		parts.put(DOCUMENT, document.getBytes(StandardCharsets.UTF_8));
		return zipped(parts);
	}

	private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	private static byte[] zip(Map<String, Object> parts) throws IOException {
		Map<String, byte[]> all = new LinkedHashMap<>();
		parts.forEach((name, part) -> all.put(name,
				(part instanceof byte[] bytes) ? bytes : part.toString().getBytes(StandardCharsets.UTF_8)));
		return zipped(all);
	}

	private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		return bytes.toByteArray();
	}

}
