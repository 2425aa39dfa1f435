package org.projectthrive.session.notes;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.ThriveApplication;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole application with its own database in processes of their own, made to be
 * killed.
 */
final class ChildApplication implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final HttpClient http = HttpClient.newHttpClient();

	private final Path directory;

	private final Path log;

	private final int port = freePort();

	private final int databasePort = freePort();

	private @Nullable Process process;

	ChildApplication(Path base) {
		this.directory = base.resolve("postgres");
		this.log = base.resolve("application.log");
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** Starts it where it was, and waits until it answers. */
	void start() throws IOException {
		this.process = new ProcessBuilder(command()).directory(this.directory.getParent().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start();
		Process started = this.process;
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> !started.isAlive() || isReady());
		assertThat(started.isAlive()).as(() -> lastWords()).isTrue();
	}

	void killApplication() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	/** Kills the database's main process and all that serve its connections. */
	void killDatabase() {
		postmaster().ifPresent((postmaster) -> {
			List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
			all.forEach(ProcessHandle::destroyForcibly);
			all.forEach((one) -> one.onExit().completeOnTimeout(one, 5, TimeUnit.SECONDS).join());
		});
	}

	JdbcClient database() throws IOException {
		return JdbcClient
			.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + this.databasePort + "/thrive",
					"postgres", Files.readString(this.directory.resolve("password")).trim()));
	}

	@Override
	public void close() {
		killApplication();
		killDatabase();
	}

	private List<String> command() {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", classPath(), ThriveApplication.class.getName()));
		command.add("--server.port=" + this.port);
		command.add("--thrive.embedded-postgres.directory=" + this.directory);
		command.add("--thrive.embedded-postgres.port=" + this.databasePort);
		return command;
	}

	/** This test's own class path without the tests. */
	private static String classPath() {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(all.split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private boolean isReady() {
		HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Optional<ProcessHandle> postmaster() {
		try {
			return ProcessHandle
				.of(Long.parseLong(Files.readAllLines(this.directory.resolve("data/postmaster.pid")).get(0).trim()))
				.filter((found) -> found.info()
					.command()
					.filter((it) -> it.startsWith(this.directory.toString()))
					.isPresent());
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private String lastWords() {
		try {
			List<String> lines = Files.readAllLines(this.log);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
		}
		catch (IOException ex) {
			return "no log";
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
