package org.projectthrive.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL that nobody watches: the application finds it by its address, and a test
 * may kill it, freeze it and start it again.
 */
public final class ExternalPostgres implements AutoCloseable {

	private static final String DATABASE = "thrive";

	private final PostgresDirectory directory;

	private final Postmaster postmaster;

	private final String password;

	private final int port;

	private ProcessHandle process;

	private ExternalPostgres(PostgresDirectory directory, int port) throws IOException, InterruptedException {
		this.directory = directory;
		this.password = directory.password();
		this.port = port;
		this.postmaster = new Postmaster(directory, Duration.ofSeconds(60));
		this.postmaster.prepare();
		this.process = this.postmaster.start(port);
	}

	public static ExternalPostgres start(Path base, int port) throws IOException, InterruptedException {
		return new ExternalPostgres(PostgresDirectory.open(base), port);
	}

	/** Makes the database; what it stores lies in the given directory. */
	public void createDatabaseIn(Path storage) {
		JdbcClient administrator = jdbc("postgres");
		administrator.sql("create tablespace apart location '" + storage + "'").update();
		administrator.sql("create database " + DATABASE + " tablespace apart").update();
	}

	public void createDatabase() {
		jdbc("postgres").sql("create database " + DATABASE).update();
	}

	/** What an application must be told to use it. */
	public List<String> settings() {
		return List.of("--spring.datasource.url=" + url(DATABASE), "--spring.datasource.username=" + Postmaster.USER,
				"--spring.datasource.password=" + this.password);
	}

	public JdbcClient jdbc() {
		return jdbc(DATABASE);
	}

	/** Kills all its processes at once, as a failing machine would. */
	public void kill() throws IOException {
		signal("STOP", List.of(this.process));
		List<ProcessHandle> all = all();
		signal("KILL", all);
		all.forEach((one) -> one.onExit().completeOnTimeout(one, 10, TimeUnit.SECONDS).join());
	}

	public void startAgain() throws IOException, InterruptedException {
		this.process = this.postmaster.start(this.port);
	}

	/** It goes on existing and does nothing any more. */
	public void freeze() throws IOException {
		signal("STOP", all());
	}

	public void thaw() throws IOException {
		signal("CONT", all());
	}

	@Override
	public void close() throws IOException {
		if (this.process.isAlive()) {
			kill();
		}
		this.directory.close();
	}

	private List<ProcessHandle> all() {
		return Stream.concat(Stream.of(this.process), this.process.descendants()).toList();
	}

	private JdbcClient jdbc(String database) {
		return JdbcClient.create(new DriverManagerDataSource(url(database), Postmaster.USER, this.password));
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private static void signal(String name, List<ProcessHandle> processes) throws IOException {
		List<String> command = Stream
			.concat(Stream.of("kill", "-" + name), processes.stream().map((one) -> String.valueOf(one.pid())))
			.toList();
		new ProcessBuilder(command).start().onExit().join();
	}

}
