package org.projectthrive.platform.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The database that comes along cannot be used. The message says why, in words for
 * whoever starts it.
 */
class EmbeddedPostgresException extends RuntimeException {

	private final transient Path directory;

	private final String advice;

	private EmbeddedPostgresException(Path directory, String message, String advice, @Nullable Throwable cause) {
		super(message, cause);
		this.directory = directory;
		this.advice = advice;
	}

	static EmbeddedPostgresException inUse(Path directory) {
		return new EmbeddedPostgresException(directory, "The database in " + directory + " is in use.",
				"Another running copy of the application uses this directory: stop it, or give this one its own "
						+ "with thrive.embedded-postgres.directory.",
				null);
	}

	static EmbeddedPostgresException failed(Path directory, String reason, @Nullable Throwable cause) {
		return new EmbeddedPostgresException(directory,
				"The database in " + directory + " could not be started: " + reason,
				"See " + directory.resolve("server.log")
						+ ", or use a PostgreSQL of your own with spring.datasource.url.",
				cause);
	}

	Path directory() {
		return this.directory;
	}

	String advice() {
		return this.advice;
	}

}
