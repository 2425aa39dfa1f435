package org.projectthrive.transcript.file.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;

import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.text.FileText;

/**
 * A Word file: its zip is checked before anything in it is opened, and of its parts only
 * the text of the document is ever read, as a stream. No macros, no embedded objects, no
 * pictures; nothing is written to a disk.
 */
public final class DocxFile {

	private static final int MOST_ENTRIES = 1000;

	private static final long LARGEST_ENTRY = 64L << 20;

	private static final long LARGEST_TOTAL = 200L << 20;

	private static final double LEAST_RATIO = 0.01;

	private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

	static {
		ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
		ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
		ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
	}

	private DocxFile() {
	}

	public static boolean isZip(byte[] bytes) {
		return FileText.startsWith(bytes, 'P', 'K', 3, 4);
	}

	/**
	 * The paragraphs as lines, so that a line's number is that of its paragraph. Breaks
	 * within a paragraph are {@link FileText#BREAK}, cells of a row end with
	 * {@link FileText#CELL}.
	 */
	public static String text(byte[] bytes) {
		refuseManyEntries(bytes);
		try (ZipFile zip = ZipFile.builder().setByteArray(bytes).setIgnoreLocalFileHeader(true).get();
				OPCPackage document = OPCPackage.open(new Entries(zip, checked(zip)))) {
			PackagePart part = main(document);
			return DocxText.read(part.getInputStream());
		}
		catch (IOException | XMLStreamException | InvalidFormatException | OpenXML4JRuntimeException | POIXMLException
				| IllegalArgumentException | IllegalStateException ex) {
			throw (ex.getCause() instanceof Unreadable cause) ? cause : new Unreadable("word");
		}
	}

	/** Told by the marks of the directory's lines, before anything is made of them. */
	private static void refuseManyEntries(byte[] bytes) {
		int entries = 0;
		for (int at = 0; at + 3 < bytes.length; at++) {
			if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2
					&& ++entries > MOST_ENTRIES) {
				throw new Unreadable("bomb");
			}
		}
	}

	private static PackagePart main(OPCPackage document) throws InvalidFormatException {
		for (String type : List.of(PackageRelationshipTypes.CORE_DOCUMENT, STRICT)) {
			PackageRelationshipCollection found = document.getRelationshipsByType(type);
			if (found.size() == 1) {
				PackagePart part = document.getPart(found.getRelationship(0));
				if (part != null && part.getContentType().contains("word")) {
					return part;
				}
			}
		}
		throw new Unreadable("word");
	}

	/** Refuses a zip that is built to harm, by what its directory says. */
	private static List<ZipArchiveEntry> checked(ZipFile zip) {
		List<ZipArchiveEntry> entries = new ArrayList<>();
		Set<String> names = new HashSet<>();
		long total = 0;
		for (Enumeration<ZipArchiveEntry> all = zip.getEntriesInPhysicalOrder(); all.hasMoreElements();) {
			ZipArchiveEntry entry = all.nextElement();
			total += Math.max(0, entry.getSize());
			boolean harmless = entry.getSize() <= LARGEST_ENTRY && total <= LARGEST_TOTAL && !entry.isUnixSymlink()
					&& !entry.getGeneralPurposeBit().usesEncryption() && isPlain(entry.getName())
					&& names.add(entry.getName().toLowerCase(Locale.ROOT));
			if (!harmless || names.size() > MOST_ENTRIES) {
				throw new Unreadable("bomb");
			}
			entries.add(entry);
		}
		refuseOverlaps(entries);
		return entries;
	}

	private static boolean isPlain(String name) {
		return !name.startsWith("/") && !name.contains("..") && name.indexOf('\\') < 0 && name.indexOf(':') < 0
				&& name.chars().noneMatch(Character::isISOControl);
	}

	/** Entries that share their bytes make a small file a huge one. */
	private static void refuseOverlaps(List<ZipArchiveEntry> entries) {
		List<ZipArchiveEntry> placed = new ArrayList<>(entries);
		placed.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
		long free = 0;
		for (ZipArchiveEntry entry : placed) {
			if (entry.getLocalHeaderOffset() < free) {
				throw new Unreadable("bomb");
			}
			free = entry.getLocalHeaderOffset() + 30 + entry.getCompressedSize();
		}
	}

	/**
	 * Hands entries to POI one by one as they are asked for, each no larger than is
	 * allowed, whatever its directory entry says.
	 */
	private static final class Entries implements ZipEntrySource {

		private final ZipFile zip;

		private final List<ZipArchiveEntry> entries;

		private boolean closed;

		Entries(ZipFile zip, List<ZipArchiveEntry> entries) {
			this.zip = zip;
			this.entries = entries;
		}

		@Override
		public Enumeration<? extends ZipArchiveEntry> getEntries() {
			return Collections.enumeration(this.entries);
		}

		@Override
		public ZipArchiveEntry getEntry(String path) {
			return this.zip.getEntry(path.startsWith("/") ? path.substring(1) : path);
		}

		@Override
		public BoundedEntry getInputStream(ZipArchiveEntry entry) throws IOException {
			return new BoundedEntry(this.zip.getInputStream(entry), entry.getCompressedSize(), LARGEST_ENTRY,
					LEAST_RATIO);
		}

		@Override
		public void close() {
			this.closed = true;
		}

		@Override
		public boolean isClosed() {
			return this.closed;
		}

	}

}
