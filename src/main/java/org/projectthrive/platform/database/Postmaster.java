package org.projectthrive.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * Starts and stops PostgreSQL in its directory. io.zonky brings the programs; its own way
 * of starting them is made for tests (no fsync, no passwords, data deleted at the end).
 */
class Postmaster {

	static final String USER = "postgres";

	/** What makes an acknowledged commit survive a crash. */
	static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes",
			"on");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

	private final PostgresDirectory directory;

	private final PostgresPrograms programs;

	private final Duration timeout;

	Postmaster(PostgresDirectory directory, Duration timeout) throws IOException {
		this.directory = directory;
		this.programs = new PostgresPrograms(directory.programs());
		this.timeout = timeout;
	}

	/**
	 * Makes the database unless there is one. A half-made one was never used: it goes.
	 */
	void prepare() throws IOException, InterruptedException {
		if (this.directory.hasData()) {
			return;
		}
		Path unfinished = this.directory.unfinishedData();
		FileSystemUtils.deleteRecursively(unfinished);
		// "builtin": the same order of strings on every operating system
		run("initdb",
				List.of("-U", USER, "-D", unfinished.toString(), "-E", "UTF-8", "--auth=scram-sha-256",
						"--pwfile=" + this.directory.passwordFile(), "--locale=C", "--locale-provider=builtin",
						"--builtin-locale=C.UTF-8"));
		Files.move(unfinished, this.directory.data());
	}

	/**
	 * Starts the server. For a moment after a crash the processes of the former one still
	 * hold its memory or its number: that is worth some patience.
	 */
	ProcessHandle start(int port) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			long position = this.directory.rotateLog();
			Process process = launch(port);
			Optional<ProcessHandle> ready = awaitReady(process);
			if (ready.isPresent()) {
				return ready.get();
			}
			String said = this.directory.logSince(position);
			if (!isHeldByFormerOne(said) || System.nanoTime() > end) {
				throw EmbeddedPostgresException.failed(this.directory.base(), "PostgreSQL said\n\n" + said, null);
			}
			Thread.sleep(PAUSE.toMillis());
		}
	}

	private Process launch(int port) throws IOException {
		List<String> settings = settings(port);
		List<String> arguments = new ArrayList<>(List.of("-D", this.directory.data().toString()));
		ProcessBuilder builder = new ProcessBuilder();
		if (PostgresPrograms.WINDOWS) { // where it also gives up an administrator's
										// rights
			arguments.addAll(List.of("-w", "-o", String.join(" ", settings), "start"));
			builder.command(this.programs.command("pg_ctl", arguments));
		}
		else {
			arguments.addAll(settings);
			builder.command(this.programs.command("postgres", arguments));
			disownRecycledNumber(builder.environment());
		}
		return logged(builder).start();
	}

	private static List<String> settings(int port) {
		List<String> settings = new ArrayList<>(List.of("-c", "port=" + port, "-c", "listen_addresses=127.0.0.1", "-c",
				"unix_socket_directories=", "-c", "max_connections=50", "-c", "timezone=UTC"));
		// otherwise its log quotes rows that it refuses, and with them people
		settings.addAll(List.of("-c", "log_error_verbosity=terse"));
		new TreeMap<>(DURABLE).forEach((name, value) -> settings.addAll(List.of("-c", name + "=" + value)));
		return settings;
	}

	/**
	 * The number in postmaster.pid may meanwhile belong to some other program, or to a
	 * dead process nobody has buried. PostgreSQL cannot tell, and would refuse to start;
	 * but a number named in this variable (made for pg_ctl) it knows to be no server, and
	 * checks only that nobody uses the data's shared memory.
	 */
	private void disownRecycledNumber(Map<String, String> environment) {
		this.directory.postmasterProcess().filter((process) -> !isOurs(process)).ifPresent((other) -> {
			log.warn("Process {} is not the PostgreSQL that once had this number", other.pid());
			environment.put("PG_GRANDPARENT_PID", String.valueOf(other.pid()));
		});
	}

	private Optional<ProcessHandle> awaitReady(Process process) throws IOException, InterruptedException {
		long end = System.nanoTime() + this.timeout.toNanos();
		while (process.isAlive() || (PostgresPrograms.WINDOWS && process.exitValue() == 0)) {
			if (isReady(process)) {
				return this.directory.postmasterProcess();
			}
			if (System.nanoTime() > end) {
				process.destroyForcibly();
				throw EmbeddedPostgresException.failed(this.directory.base(),
						"it was not ready after " + this.timeout.toSeconds() + " seconds.", null);
			}
			Thread.sleep(20);
		}
		return Optional.empty();
	}

	private boolean isReady(Process process) {
		List<String> lines = this.directory.postmaster();
		return lines.size() > 7 && lines.get(7).trim().equals("ready")
				&& (PostgresPrograms.WINDOWS || lines.get(0).trim().equals(String.valueOf(process.pid())));
	}

	private static boolean isHeldByFormerOne(String said) {
		return said.contains("postmaster.pid\" already exists") || said.contains("shared memory block");
	}

	/**
	 * Where the server listens that a killed application left behind, if it was started
	 * just as this application would start it.
	 */
	OptionalInt portOfOrphan(int wantedPort) {
		OptionalInt port = orphan().isPresent() ? this.directory.postmasterPort() : OptionalInt.empty();
		boolean fits = port.isPresent() && List.of(0, port.getAsInt()).contains(wantedPort)
				&& this.directory.startedAs().equals(startedAs(port.getAsInt()));
		return fits ? port : OptionalInt.empty();
	}

	/** The server which an application that was killed left behind. */
	Optional<ProcessHandle> orphan() {
		return this.directory.postmasterProcess().filter(this::isOurs);
	}

	void stopOrphan() throws IOException, InterruptedException {
		Optional<ProcessHandle> orphan = orphan();
		if (orphan.isPresent()) {
			log.warn("Stopping the PostgreSQL (process {}) which a killed application left behind", orphan.get().pid());
			stop(orphan.get());
		}
	}

	/** What PostgreSQL writes down of how it was started. */
	private String startedAs(int port) {
		List<String> arguments = new ArrayList<>(List.of("-D", this.directory.data().toString()));
		arguments.addAll(settings(port));
		return this.programs.path("postgres")
				+ arguments.stream().map((argument) -> " \"" + argument + "\"").collect(Collectors.joining());
	}

	/** Waits until it has ended, also if it is no child of this process. */
	void awaitEnd(ProcessHandle process) {
		boolean child = process.parent().filter(ProcessHandle.current()::equals).isPresent();
		if (child || PostgresPrograms.WINDOWS) {
			process.onExit().join();
		}
		// a dead one that nobody buries has no program
		while (process.isAlive() && isOurs(process)) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** Stops the server: in good order, or else by force, which loses nothing either. */
	void stop(ProcessHandle process) throws IOException, InterruptedException {
		try {
			run("pg_ctl", List.of("-D", this.directory.data().toString(), "-m", "fast", "-t", "30", "-w", "stop"));
		}
		catch (EmbeddedPostgresException ex) {
			log.warn("PostgreSQL did not stop when told to", ex);
			process.destroyForcibly();
		}
		process.onExit().completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	private boolean isOurs(ProcessHandle process) {
		return process.info().command().map(Path::of).filter(this.programs::include).isPresent();
	}

	private void run(String program, List<String> arguments) throws IOException, InterruptedException {
		long position = this.directory.rotateLog();
		Process process = logged(new ProcessBuilder(this.programs.command(program, arguments))).start();
		if (process.waitFor() != 0) {
			throw EmbeddedPostgresException.failed(this.directory.base(),
					program + " said\n\n" + this.directory.logSince(position), null);
		}
	}

	private ProcessBuilder logged(ProcessBuilder builder) {
		return builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.directory.log().toFile()));
	}

}
