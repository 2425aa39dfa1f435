package org.projectthrive.platform.database;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With the database that comes along, and its well-known demo accounts, only this machine
 * may look.
 */
class LoopbackUnlessDatabaseIsSet implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!EmbeddedPostgresAutoConfiguration.isDataSourceSet(environment)) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("loopbackUnlessDatabaseIsSet", Map.of("server.address", "127.0.0.1")));
		}
	}

}
