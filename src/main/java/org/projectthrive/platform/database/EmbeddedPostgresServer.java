package org.projectthrive.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along, kept running. When its process dies it is started
 * again, where it was and with what it had committed.
 */
final class EmbeddedPostgresServer implements EmbeddedDatabase, AutoCloseable {

	static final String DATABASE = "thrive";

	private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1),
			Duration.ofSeconds(2), Duration.ofSeconds(4));

	private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

	private final PostgresDirectory directory;

	private final Postmaster postmaster;

	private final Runnable whenLost;

	private final String password;

	private final int port;

	private ProcessHandle process;

	private volatile boolean closing;

	private EmbeddedPostgresServer(PostgresDirectory directory, EmbeddedPostgresProperties properties,
			Runnable whenLost) throws IOException, InterruptedException {
		this.directory = directory;
		this.whenLost = whenLost;
		this.password = directory.password();
		this.postmaster = new Postmaster(directory, properties.startupTimeout());
		this.postmaster.prepare();
		OptionalInt running = this.postmaster.portOfOrphan(properties.port());
		Optional<ProcessHandle> orphan = this.postmaster.orphan();
		if (orphan.isPresent() && running.isPresent() && answers(running.getAsInt())) {
			this.port = running.getAsInt();
			this.process = orphan.get();
			log.info("Going on with the PostgreSQL (process {}) which a killed application left behind",
					this.process.pid());
			return;
		}
		this.postmaster.stopOrphan();
		this.port = (properties.port() != 0) ? properties.port() : freePort();
		this.process = this.postmaster.start(this.port);
	}

	private boolean answers(int runningPort) {
		String url = url(runningPort, Postmaster.USER) + "?connectTimeout=3&socketTimeout=5";
		try (var connection = DriverManager.getConnection(url, Postmaster.USER, this.password)) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			log.warn("The PostgreSQL which a killed application left behind does not answer: {}", ex.getMessage());
			return false;
		}
	}

	/**
	 * @param whenLost what to do when the server died and cannot be started again
	 */
	static EmbeddedPostgresServer start(EmbeddedPostgresProperties properties, Runnable whenLost) {
		Path base = properties.directory().toAbsolutePath().normalize();
		try {
			PostgresDirectory directory = PostgresDirectory.open(base);
			try {
				return start(directory, properties, whenLost);
			}
			catch (Exception ex) {
				directory.close();
				throw ex;
			}
		}
		catch (IOException | UncheckedIOException | SQLException | IllegalStateException ex) {
			throw EmbeddedPostgresException.failed(base, String.valueOf(ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw EmbeddedPostgresException.failed(base, "it was interrupted.", ex);
		}
	}

	private static EmbeddedPostgresServer start(PostgresDirectory directory, EmbeddedPostgresProperties properties,
			Runnable whenLost) throws IOException, SQLException, InterruptedException {
		EmbeddedPostgresServer server = new EmbeddedPostgresServer(directory, properties, whenLost);
		try {
			server.createDatabase();
		}
		catch (SQLException | RuntimeException ex) {
			server.close();
			throw ex;
		}
		server.watch();
		log.info("PostgreSQL runs on port {} with its data in {}", server.port, directory.data());
		return server;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void createDatabase() throws SQLException {
		try (var connection = DriverManager.getConnection(url(this.port, Postmaster.USER), Postmaster.USER,
				this.password);
				var statement = connection.createStatement();
				var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
			if (!found.next()) {
				connection.createStatement().execute("create database " + DATABASE);
			}
		}
	}

	private void watch() {
		Thread watch = new Thread(this::keepRunning, "postgres-watch");
		watch.setDaemon(true);
		watch.start();
	}

	private void keepRunning() {
		boolean running = true;
		while (running) {
			this.postmaster.awaitEnd(process());
			running = !this.closing && restart();
		}
	}

	private boolean restart() {
		for (Duration pause : PAUSES) {
			try {
				Thread.sleep(pause.toMillis());
				if (startAgain()) {
					return true;
				}
			}
			catch (IOException | RuntimeException ex) {
				log.error("PostgreSQL could not be started again", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		if (!this.closing) {
			this.whenLost.run();
		}
		return false;
	}

	private synchronized boolean startAgain() throws IOException, InterruptedException {
		if (this.closing) {
			return false;
		}
		log.error("PostgreSQL (process {}) ended while the application runs: starting it again", this.process.pid());
		this.process = this.postmaster.start(this.port);
		log.info("PostgreSQL runs again on port {}", this.port);
		return true;
	}

	private synchronized ProcessHandle process() {
		return this.process;
	}

	long pid() {
		return process().pid();
	}

	String password() {
		return this.password;
	}

	String url() {
		return url(this.port, DATABASE);
	}

	private static String url(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
	}

	@Override
	public Path directory() {
		return this.directory.base();
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public void close() {
		this.closing = true;
		synchronized (this) {
			try (this.directory) {
				if (this.process.isAlive()) {
					this.postmaster.stop(this.process);
				}
			}
			catch (IOException ex) {
				log.warn("PostgreSQL could not be stopped", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
