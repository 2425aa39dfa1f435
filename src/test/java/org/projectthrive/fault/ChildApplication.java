package org.projectthrive.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.ThriveApplication;
import org.projectthrive.fault.child.ChildFaults;
import org.projectthrive.platform.database.ExternalPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole application in a process of its own, made to be killed. */
final class ChildApplication implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final HttpClient http = HttpClient.newHttpClient();

	private final Path directory;

	private final List<String> settings;

	private final int port = freePort();

	private final int databasePort = freePort();

	private @Nullable Process process;

	private ChildApplication(Path directory, List<String> settings) {
		this.directory = directory;
		this.settings = new ArrayList<>(settings);
		this.settings.add("--server.port=" + this.port);
		this.settings.add("--thrive.test.failpoint=" + failpoint());
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/** Brings its own database along. */
	static ChildApplication withItsOwnDatabase(Path directory) {
		ChildApplication application = new ChildApplication(directory, List.of());
		application.settings.add("--thrive.embedded-postgres.directory=" + directory.resolve("postgres"));
		application.settings.add("--thrive.embedded-postgres.port=" + application.databasePort);
		application.settings.add("--thrive.demo=false");
		return application;
	}

	/**
	 * The one with its own database that several tests of a run break in turn; it runs.
	 */
	static synchronized ChildApplication shared() throws IOException {
		ChildApplication application = Holder.APPLICATION;
		if (!application.isReady()) {
			application.start();
		}
		return application;
	}

	static ChildApplication on(ExternalPostgres database, Path directory) {
		return new ChildApplication(directory, database.settings());
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	int port() {
		return this.port;
	}

	/** Starts it where it was, waits until it is ready, and says how long that took. */
	Duration start() throws IOException {
		long begin = System.nanoTime();
		Files.deleteIfExists(failpoint());
		this.process = new ProcessBuilder(command()).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
			.start();
		Process started = this.process;
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> !started.isAlive() || isReady());
		assertThat(started.isAlive()).as(this::lastWords).isTrue();
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	/** The file that appears when a request with the failpoint's header is committed. */
	Path failpoint() {
		return this.directory.resolve("failpoint");
	}

	void kill() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	/** Kills its own database's main process and all that serve its connections. */
	void killDatabase() {
		databaseProcess().ifPresent((postmaster) -> {
			List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
			all.forEach(ProcessHandle::destroyForcibly);
			all.forEach((one) -> one.onExit().completeOnTimeout(one, 5, TimeUnit.SECONDS).join());
		});
	}

	/** Its own database. */
	JdbcClient database() throws IOException {
		return JdbcClient
			.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + this.databasePort + "/thrive",
					"postgres", Files.readString(this.directory.resolve("postgres/password")).trim()));
	}

	/** How many connections are in use, and how many there are. */
	Pool pool() throws IOException, InterruptedException {
		String said = this.http.send(request(ChildFaults.POOL), HttpResponse.BodyHandlers.ofString()).body();
		int blank = said.indexOf(' ');
		return new Pool(Integer.parseInt(said.substring(0, blank)), Integer.parseInt(said.substring(blank + 1)));
	}

	/** What its answer is, 200 or 503. */
	CompletableFuture<Integer> askWhetherReady() {
		HttpRequest request = request("/actuator/health/readiness");
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
	}

	@Override
	public void close() {
		kill();
		killDatabase();
	}

	private List<String> command() throws IOException {
		List<String> command = new ArrayList<>(
				List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx512m", "-cp", classPath(), ThriveApplication.class.getName()));
		command.addAll(this.settings);
		return command;
	}

	/** This test's own class path with nothing of the tests but what a child needs. */
	private String classPath() throws IOException {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<Path> entries = Stream.of(all.split(File.pathSeparator)).map(Path::of).toList();
		String needed = ChildFaults.class.getPackageName().replace('.', '/');
		Path tests = entries.stream()
			.filter((entry) -> Files.isDirectory(entry.resolve(needed)))
			.findFirst()
			.orElseThrow();
		Path copy = this.directory.resolve("faults");
		FileSystemUtils.copyRecursively(tests.resolve(needed), copy.resolve(needed));
		return Stream.concat(Stream.of(copy), entries.stream().filter((entry) -> !entry.equals(tests)))
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private boolean isReady() {
		return askWhetherReady().exceptionally((nobodyThere) -> 0).join() == 200;
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build();
	}

	/** The main process of its own database, if that runs. */
	Optional<ProcessHandle> databaseProcess() {
		Path data = this.directory.resolve("postgres");
		try {
			return ProcessHandle
				.of(Long.parseLong(Files.readAllLines(data.resolve("data/postmaster.pid")).get(0).trim()))
				.filter((found) -> found.info().command().filter((it) -> it.startsWith(data.toString())).isPresent());
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private Path log() {
		return this.directory.resolve("application.log");
	}

	private String lastWords() {
		try {
			List<String> lines = Files.readAllLines(log());
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
		}
		catch (IOException ex) {
			return "no log";
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Holder {

		static final ChildApplication APPLICATION = withItsOwnDatabase(directory());

		private static Path directory() {
			try {
				Path directory = Files.createTempDirectory("application-to-break");
				Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(directory)));
				return directory;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void forget(Path directory) {
			try {
				APPLICATION.close();
				FileSystemUtils.deleteRecursively(directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** How many connections to the database are in use, and how many there are. */
	record Pool(int active, int total) {
	}

}
