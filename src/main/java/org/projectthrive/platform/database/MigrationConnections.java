package org.projectthrive.platform.database;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Migrations connect to the same database by themselves: a statement of theirs may take
 * longer than the pool lets one of a request take.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = FlywayAutoConfiguration.class)
@ConditionalOnBean(JdbcConnectionDetails.class)
@Conditional(MigrationConnections.NothingElseIsSaid.class)
public class MigrationConnections {

	@Bean
	@ConditionalOnMissingBean
	FlywayConnectionDetails migrationConnections(JdbcConnectionDetails database) {
		return new Details(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	private record Details(String getJdbcUrl, @Nullable String getUsername,
			@Nullable String getPassword) implements FlywayConnectionDetails {
	}

	static class NothingElseIsSaid extends NoneNestedConditions {

		NothingElseIsSaid() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.flyway.url")
		static class Url {

		}

	}

}
