package org.projectthrive.platform.database;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked from the class path the first time they are needed. */
class PostgresPrograms {

	/** Changes with the binaries in the pom: others are unpacked beside the old ones. */
	static final String VERSION = "18.6";

	static final boolean WINDOWS = osName().startsWith("windows");

	private static final int OWNER_MAY_EXECUTE = 0100;

	private final Path home;

	PostgresPrograms(Path directory) throws IOException {
		this.home = directory.resolve(VERSION);
		if (Files.notExists(this.home)) {
			unpack(directory.resolve(VERSION + ".unpacking"));
		}
	}

	/**
	 * PostgreSQL refuses to run as root, so there it runs in a user namespace. A session
	 * of its own keeps Ctrl+C from reaching it before the application has finished.
	 */
	List<String> command(String program, List<String> arguments) {
		List<String> command = new ArrayList<>();
		if (onPath("setsid")) {
			command.add("setsid");
		}
		if (LinuxUtils.isUnshareAvailable()) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(path(program).toString());
		command.addAll(arguments);
		return command;
	}

	Path path(String program) {
		return this.home.resolve("bin").resolve(WINDOWS ? program + ".exe" : program);
	}

	boolean include(Path program) {
		return program.startsWith(this.home.getParent());
	}

	private void unpack(Path unfinished) throws IOException {
		FileSystemUtils.deleteRecursively(unfinished);
		try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine());
				var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
			for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				unpack(entry, archive, unfinished.resolve(entry.getName()).normalize());
			}
		}
		Files.move(unfinished, this.home);
	}

	private void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, target);
		if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
			throw new IOException(target + " cannot be made executable");
		}
	}

	private static String system() {
		return WINDOWS ? "Windows" : osName().startsWith("mac") ? "Darwin" : "Linux";
	}

	private static String machine() {
		String machine = System.getProperty("os.arch");
		return machine.equals("amd64") ? "x86_64" : machine;
	}

	private static String osName() {
		return System.getProperty("os.name").toLowerCase(Locale.ROOT);
	}

	private static boolean onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

}
