package org.projectthrive.platform.database;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the PostgreSQL which the application starts itself.
 *
 * @param enabled whether to start one when no {@code spring.datasource.url} is set
 * @param directory where the data, the programs, the password and the log live
 * @param port 0 is any free port
 * @param startupTimeout how long to wait for the server, crash recovery included
 */
@ConfigurationProperties("thrive.embedded-postgres")
record EmbeddedPostgresProperties(@DefaultValue("true") boolean enabled, @DefaultValue("./var/postgres") Path directory,
		@DefaultValue("0") int port, @DefaultValue("60s") Duration startupTimeout) {
}
