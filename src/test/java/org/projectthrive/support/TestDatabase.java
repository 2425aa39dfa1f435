package org.projectthrive.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one database of a test run: the server named by {@code thrive.test.database.url}
 * (with {@code .username} and {@code .password}; or {@code THRIVE_TEST_DATABASE_URL} and
 * so on), else a container where Docker answers, else PostgreSQL's programs. It starts
 * with the first test that needs it and ends with the JVM. Tests run in two processes: on
 * a named server the second has a database of its own beside the first.
 */
final class TestDatabase {

	private static final String IMAGE = "postgres:18-alpine";

	private static final Pattern DATABASE = Pattern
		.compile("(?<server>jdbc:postgresql://[^/]+/)(?<name>[^?]+)(?<rest>.*)");

	private TestDatabase() {
	}

	static JdbcConnectionDetails connectionDetails() {
		return Holder.DETAILS;
	}

	private static JdbcConnectionDetails start() {
		return setting("url").<JdbcConnectionDetails>map(TestDatabase::existing)
			.orElseGet(() -> DockerClientFactory.instance().isDockerAvailable() ? container() : embedded());
	}

	private static JdbcConnectionDetails existing(String url) {
		Details named = new Details(url, setting("username").orElse("postgres"), setting("password").orElse(""));
		int process = Integer.getInteger("surefire.forkNumber", 1);
		return process == 1 ? named : beside(named, process);
	}

	private static JdbcConnectionDetails beside(Details named, int process) {
		Matcher parts = DATABASE.matcher(named.getJdbcUrl());
		assertThat(parts.matches()).as("%s names a database", named.getJdbcUrl()).isTrue();
		String name = parts.group("name") + "_" + process;
		JdbcClient server = JdbcClient
			.create(new DriverManagerDataSource(named.getJdbcUrl(), named.getUsername(), named.getPassword()));
		server.sql("drop database if exists \"" + name + "\" with (force)").update();
		server.sql("create database \"" + name + "\"").update();
		return new Details(parts.group("server") + name + parts.group("rest"), named.getUsername(),
				named.getPassword());
	}

	private static Optional<String> setting(String name) {
		String property = "thrive.test.database." + name;
		@Nullable String value = System.getProperty(property);
		return Optional
			.ofNullable(value != null ? value : System.getenv(property.replace('.', '_').toUpperCase(Locale.ROOT)));
	}

	private static JdbcConnectionDetails container() {
		PostgreSQLContainer container = new PostgreSQLContainer(IMAGE).withTmpFs(Map.of("/var/lib/postgresql", "rw"))
			.withCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=300");
		container.start();
		return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
	}

	private static JdbcConnectionDetails embedded() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder()
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.setRegisterShutdownHook(false)
				.start();
			// not a JVM hook: it would run together with those that close the contexts,
			// which
			// then wait for the database
			SpringApplication.getShutdownHandlers().add(() -> close(postgres));
			return new Details(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void close(EmbeddedPostgres postgres) {
		try {
			postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Holder {

		static final JdbcConnectionDetails DETAILS = start();

	}

	private record Details(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {
	}

}
