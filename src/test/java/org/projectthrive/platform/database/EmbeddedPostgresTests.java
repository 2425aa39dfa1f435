package org.projectthrive.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

class EmbeddedPostgresTests {

	@TempDir
	static Path shared;

	@TempDir
	Path directory;

	@BeforeEach
	void bringPrograms() throws IOException {
		moveIfThere(shared.resolve("bin"), this.directory.resolve("bin"));
	}

	@AfterEach
	void keepPrograms() throws IOException {
		moveIfThere(this.directory.resolve("bin"), shared.resolve("bin"));
	}

	/** Unpacking takes two seconds: once is enough. */
	private static void moveIfThere(Path from, Path to) throws IOException {
		if (Files.exists(from)) {
			Files.move(from, to);
		}
	}

	@Test
	void keepsWhatItAcknowledged() throws Exception {
		try (EmbeddedPostgresServer server = start()) {

			assertThat(setting(server, "fsync")).isEqualTo("on");
			assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
			assertThat(setting(server, "full_page_writes")).isEqualTo("on");
		}
	}

	@Test
	@DisplayName("P3 the log of the embedded database quotes no row that it refuses; the server asks for a password")
	void listensOnThisMachineOnlyAndAsksForAPassword() throws Exception {
		try (EmbeddedPostgresServer server = start()) {
			assertThat(setting(server, "log_error_verbosity")).isEqualTo("terse");

			assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(server.url(), Postmaster.USER, "wrong"))
				.withMessageContaining("password authentication failed");
		}
	}

	@Test
	void keepsItsDataOverARestart() throws Exception {
		try (EmbeddedPostgresServer server = start()) {
			write(server);
		}

		try (EmbeddedPostgresServer again = start()) {
			assertThat(written(again)).isEqualTo("kept");
		}
	}

	@Test
	void runsAgainOnTheSamePortWhenItWasKilled() throws Exception {
		try (EmbeddedPostgresServer server = start()) {
			int port = server.port();
			long killed = server.pid();
			write(server);

			kill(killed);

			awaitAnotherThan(killed, server);
			assertThat(server.port()).isEqualTo(port);
			assertThat(written(server)).isEqualTo("kept");
		}
	}

	@Test
	void runsAgainEachTimeItIsKilled() throws Exception {
		try (EmbeddedPostgresServer server = start()) {
			for (int times = 0; times < 3; times++) {
				long killed = server.pid();

				kill(killed);

				awaitAnotherThan(killed, server);
			}
		}
	}

	@Test
	void refusesASecondInstanceOnTheSameDirectory() throws Exception {
		try (EmbeddedPostgresServer first = start()) {

			EmbeddedPostgresException refusal = catchThrowableOfType(EmbeddedPostgresException.class, this::start);

			FailureAnalysis analysis = new EmbeddedPostgresFailureAnalyzer().analyze(refusal);
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).endsWith("is in use.");
			assertThat(analysis.getAction()).startsWith("Another running copy of the application uses this directory");
			assertThat(setting(first, "fsync")).isEqualTo("on");
		}
	}

	@Test
	void refusesAnotherProcessOnTheSameDirectory() throws Exception {
		Process other = startLonelyServer();

		assertThatExceptionOfType(EmbeddedPostgresException.class).isThrownBy(this::start)
			.withMessageContaining("is in use");

		long postmaster = postmasterPid();
		killHard(other);
		kill(postmaster);
	}

	@Test
	void goesOnWithTheServerAKilledApplicationLeftBehind() throws Exception {
		Process application = startLonelyServer();
		long orphan = postmasterPid();

		killHard(application);

		try (EmbeddedPostgresServer server = start()) {
			assertThat(server.pid()).isEqualTo(orphan);
			assertThat(setting(server, "fsync")).isEqualTo("on");

			kill(orphan);

			awaitAnotherThan(orphan, server);
		}
	}

	@Test
	void stopsTheServerAKilledApplicationLeftBehindIfItWasStartedInAnotherWay() throws Exception {
		Process application = startLonelyServer();
		long orphan = postmasterPid();
		killHard(application);
		Path command = this.directory.resolve("data/postmaster.opts");
		Files.writeString(command, Files.readString(command).replace("fsync=on", "fsync=off"));

		try (EmbeddedPostgresServer server = start()) {
			assertThat(server.pid()).isNotEqualTo(orphan);
			assertThat(setting(server, "fsync")).isEqualTo("on");
		}
	}

	@Test
	void startsAfterBothTheApplicationAndTheServerWereKilled() throws Exception {
		Process application = startLonelyServer();
		long postmaster = postmasterPid();

		killHard(application);
		kill(postmaster);

		try (EmbeddedPostgresServer server = start()) {
			assertThat(setting(server, "fsync")).isEqualTo("on");
		}
	}

	@Test
	void startsWhenTheNumberOfItsFormerProcessNowBelongsToAnother() throws Exception {
		try (EmbeddedPostgresServer server = start()) {
			write(server);
		}
		Process other = new ProcessBuilder("sleep", "60").start();
		Files.writeString(this.directory.resolve("data/postmaster.pid"),
				"%d%n%s%n1700000000%n5432%n%n127.0.0.1%n%n".formatted(other.pid(), this.directory.resolve("data")));

		try (EmbeddedPostgresServer server = start()) {
			assertThat(written(server)).isEqualTo("kept");
			assertThat(other.isAlive()).isTrue();
		}
		finally {
			other.destroy();
		}
	}

	@Test
	void refusesTheDataOfAnotherMajorVersion() throws Exception {
		start().close();
		Files.writeString(this.directory.resolve("data/PG_VERSION"), "17\n");

		assertThatExceptionOfType(EmbeddedPostgresException.class).isThrownBy(this::start)
			.withMessageContaining("the data was written by PostgreSQL 17");
	}

	@Test
	void makesTheDatabaseAnewWhenItsMakingWasInterrupted() throws Exception {
		Path unfinished = Files.createDirectories(this.directory.resolve("data.unfinished"));
		Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

		try (EmbeddedPostgresServer server = start()) {
			assertThat(setting(server, "fsync")).isEqualTo("on");
		}
	}

	private EmbeddedPostgresServer start() {
		return EmbeddedPostgresServer
			.start(new EmbeddedPostgresProperties(true, this.directory, 0, Duration.ofSeconds(60)), () -> {
			});
	}

	private Process startLonelyServer() throws IOException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				LonelyServer.class.getName(), this.directory.toString())
			.redirectErrorStream(true)
			.start();
		BufferedReader output = process.inputReader();
		List<String> said = output.lines().takeWhile((line) -> !line.startsWith("pid ")).toList();
		assertThat(process.isAlive()).as(() -> String.join("\n", said)).isTrue();
		return process;
	}

	private long postmasterPid() throws IOException {
		return Long.parseLong(Files.readAllLines(this.directory.resolve("data/postmaster.pid")).get(0).trim());
	}

	private static void kill(long pid) {
		ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
	}

	private static void killHard(Process process) throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	private static void awaitAnotherThan(long killed, EmbeddedPostgresServer server) {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> server.pid() != killed && setting(server, "fsync").equals("on"));
	}

	private static void write(EmbeddedPostgresServer server) throws SQLException {
		try (Connection connection = connect(server); var statement = connection.createStatement()) {
			statement.execute("create table note (words text)");
			statement.execute("insert into note values ('kept')");
		}
	}

	private static String written(EmbeddedPostgresServer server) throws SQLException {
		return ask(server, "select words from note");
	}

	private static String setting(EmbeddedPostgresServer server, String name) throws SQLException {
		return ask(server, "show " + name);
	}

	private static String ask(EmbeddedPostgresServer server, String question) throws SQLException {
		try (Connection connection = connect(server);
				var statement = connection.createStatement();
				var answer = statement.executeQuery(question)) {
			answer.next();
			return answer.getString(1);
		}
	}

	private static Connection connect(EmbeddedPostgresServer server) throws SQLException {
		return DriverManager.getConnection(server.url(), Postmaster.USER, server.password());
	}

}
