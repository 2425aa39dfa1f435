package org.projectthrive.platform.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * The directory of the embedded database. Whoever opened it holds it alone, until it is
 * closed or its process ends in whatever way.
 */
final class PostgresDirectory implements AutoCloseable {

	/** The data of one major version cannot be used by another. */
	static final String MAJOR_VERSION = "18";

	private static final long LOG_LIMIT = 1_000_000;

	private final Path base;

	private final FileChannel lock;

	private PostgresDirectory(Path base, FileChannel lock) {
		this.base = base;
		this.lock = lock;
	}

	static PostgresDirectory open(Path directory) throws IOException {
		Files.createDirectories(directory);
		Path base = directory.toRealPath();
		restrict(base, "rwx------");
		FileChannel channel = FileChannel.open(base.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		if (tryLock(channel) == null) {
			channel.close();
			throw EmbeddedPostgresException.inUse(base);
		}
		return new PostgresDirectory(base, channel);
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null; // held by this very process
		}
	}

	Path base() {
		return this.base;
	}

	Path programs() {
		return this.base.resolve("bin");
	}

	Path data() {
		return this.base.resolve("data");
	}

	/** Where a new database is made: it becomes {@link #data()} only once it is whole. */
	Path unfinishedData() {
		return this.base.resolve("data.unfinished");
	}

	Path log() {
		return this.base.resolve("server.log");
	}

	Path passwordFile() {
		return this.base.resolve("password");
	}

	boolean hasData() {
		Optional<String> version = read(data().resolve("PG_VERSION")).map(String::trim);
		version.filter((found) -> !found.equals(MAJOR_VERSION)).ifPresent((found) -> {
			throw EmbeddedPostgresException.failed(this.base, "the data was written by PostgreSQL " + found
					+ ", and this application brings PostgreSQL " + MAJOR_VERSION + ".", null);
		});
		return version.isPresent();
	}

	String password() throws IOException {
		Optional<String> known = read(passwordFile()).map(String::trim);
		if (known.isEmpty() && hasData()) {
			throw EmbeddedPostgresException.failed(this.base, passwordFile() + " is missing.", null);
		}
		return known.isPresent() ? known.get() : createPassword();
	}

	private String createPassword() throws IOException {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		String password = HexFormat.of().formatHex(bytes);
		Path unfinished = this.base.resolve("password.unfinished");
		Files.writeString(unfinished, password);
		restrict(unfinished, "rw-------");
		Files.move(unfinished, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
		return password;
	}

	/** The lines of postmaster.pid: process number, data, start, port, …, state. */
	List<String> postmaster() {
		return read(data().resolve("postmaster.pid")).map((content) -> content.lines().toList()).orElse(List.of());
	}

	Optional<ProcessHandle> postmasterProcess() {
		return postmaster().stream()
			.findFirst()
			.map(String::trim)
			.filter((line) -> line.matches("\\d{1,18}"))
			.flatMap((line) -> ProcessHandle.of(Long.parseLong(line)))
			.filter(ProcessHandle::isAlive);
	}

	/** Where a server that is ready listens. */
	OptionalInt postmasterPort() {
		List<String> lines = postmaster();
		boolean ready = lines.size() > 7 && lines.get(7).trim().equals("ready");
		return ready ? OptionalInt.of(Integer.parseInt(lines.get(3).trim())) : OptionalInt.empty();
	}

	/** The command line of the last server here. */
	String startedAs() {
		return read(data().resolve("postmaster.opts")).map(String::trim).orElse("");
	}

	long rotateLog() throws IOException {
		if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
			Files.move(log(), this.base.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
		}
		return Files.exists(log()) ? Files.size(log()) : 0;
	}

	String logSince(long position) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
			file.seek(Math.max(position, file.length() - 2000));
			byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
			file.readFully(bytes);
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
	}

	private static Optional<String> read(Path file) {
		try {
			return Optional.of(Files.readString(file));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void restrict(Path path, String permissions) throws IOException {
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
		}
	}

}
