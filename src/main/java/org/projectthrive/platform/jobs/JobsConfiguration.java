package org.projectthrive.platform.jobs;

import java.util.Optional;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what a job is about as JSON; the default is Java's serialisation. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

	@Bean
	DbSchedulerCustomizer jobsAsJson() {
		return new DbSchedulerCustomizer() {
			@Override
			public Optional<Serializer> serializer() {
				return Optional.of(new Jackson3Serializer());
			}
		};
	}

}
