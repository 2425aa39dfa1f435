package org.projectthrive.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the writers sent and what was acknowledged, line by line in a file that is only
 * appended to.
 */
final class SaveLog {

	private final Path file;

	private final AtomicInteger acknowledgements = new AtomicInteger();

	SaveLog(Path file) {
		this.file = file;
	}

	void sent(Save save) {
		append("sent " + save);
	}

	void acknowledged(Save save) {
		append("acked " + save);
		this.acknowledgements.incrementAndGet();
	}

	int acknowledgements() {
		return this.acknowledgements.get();
	}

	List<Save> sent() {
		return read("sent");
	}

	List<Save> acknowledged() {
		return read("acked");
	}

	private List<Save> read(String what) {
		try {
			return Files.readAllLines(this.file)
				.stream()
				.map((line) -> line.split(" "))
				.filter((line) -> line[0].equals(what))
				.map((line) -> new Save(UUID.fromString(line[1]), Integer.parseInt(line[2]), line[3]))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void append(String line) {
		try (Writer writer = Files.newBufferedWriter(this.file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			writer.write(line + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One version of one note, and the hash of its text. */
	record Save(UUID id, int version, String hash) {

		static Save of(UUID id, int version, String text) {
			try {
				byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
				return new Save(id, version, HexFormat.of().formatHex(digest));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String toString() {
			return this.id + " " + this.version + " " + this.hash;
		}

	}

}
