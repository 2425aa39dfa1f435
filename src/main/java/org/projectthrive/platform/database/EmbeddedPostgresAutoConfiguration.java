package org.projectthrive.platform.database;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts a PostgreSQL of our own when nothing says where the database is. It must be an
 * auto-configuration: only then are the {@link JdbcConnectionDetails} known which others
 * bring.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "thrive.embedded-postgres.enabled", matchIfMissing = true)
@Conditional(EmbeddedPostgresAutoConfiguration.NoDataSource.class)
@ConditionalOnMissingBean({ DataSource.class, JdbcConnectionDetails.class })
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
public class EmbeddedPostgresAutoConfiguration {

	/** A database that is lost for good is for an orchestrator to notice. */
	@Bean(destroyMethod = "close")
	EmbeddedPostgresServer embeddedDatabase(EmbeddedPostgresProperties properties, ApplicationContext context) {
		return EmbeddedPostgresServer.start(properties,
				() -> AvailabilityChangeEvent.publish(context, LivenessState.BROKEN));
	}

	@Bean
	JdbcConnectionDetails embeddedDatabaseConnectionDetails(EmbeddedPostgresServer server) {
		return new ConnectionDetails(server.url(), Postmaster.USER, server.password());
	}

	static boolean isDataSourceSet(Environment environment) {
		return List.of("spring.datasource.url", "spring.datasource.jndi-name", "spring.datasource.hikari.jdbc-url")
			.stream()
			.anyMatch((name) -> StringUtils.hasText(environment.getProperty(name)));
	}

	private record ConnectionDetails(String getJdbcUrl, String getUsername,
			String getPassword) implements JdbcConnectionDetails {
	}

	static class NoDataSource extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean set = isDataSourceSet(context.getEnvironment());
			return new ConditionOutcome(!set, ConditionMessage.forCondition("Embedded PostgreSQL")
				.because(set ? "a data source is set" : "no data source is set"));
		}

	}

}
