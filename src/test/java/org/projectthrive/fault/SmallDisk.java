package org.projectthrive.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file system of 48 MB of its own, which only root, or sudo without a password, can
 * make.
 */
final class SmallDisk implements AutoCloseable {

	private final Path directory;

	private SmallDisk(Path directory) {
		this.directory = directory;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	static Optional<SmallDisk> mount(Path directory) throws IOException {
		Files.createDirectories(directory);
		boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=48m,mode=777", "tmpfs", directory.toString());
		return mounted ? Optional.of(new SmallDisk(directory)) : Optional.empty();
	}

	/** A new directory on it. */
	Path directory(String name) throws IOException {
		return Files.createDirectory(this.directory.resolve(name));
	}

	/** Leaves no room for a single page. */
	void fill() throws IOException {
		byte[] block = new byte[4096];
		try (OutputStream filler = Files.newOutputStream(filler())) {
			boolean room = true;
			while (room) {
				room = write(filler, block);
			}
		}
	}

	void free() throws IOException {
		Files.delete(filler());
	}

	@Override
	public void close() {
		run("umount", "-l", this.directory.toString());
	}

	private Path filler() {
		return this.directory.resolve("filler");
	}

	private static boolean write(OutputStream filler, byte[] block) {
		try {
			filler.write(block);
			return true;
		}
		catch (IOException ex) {
			return false; // no space left on device
		}
	}

	private static boolean run(String... command) {
		return Stream.of(List.of(command), Stream.concat(Stream.of("sudo", "-n"), Stream.of(command)).toList())
			.anyMatch(SmallDisk::succeeds);
	}

	private static boolean succeeds(List<String> command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.onExit()
				.join()
				.exitValue() == 0;
		}
		catch (IOException ex) {
			return false; // there is no such program
		}
	}

}
