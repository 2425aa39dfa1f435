package org.projectthrive.platform.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Sessions are rows, so that any node can serve anybody; these make them quieter and
 * harder to guess.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** 216 random bits in the 36 characters of the column. */
	@Bean
	SessionIdGenerator sessionIds() {
		return () -> {
			byte[] bytes = new byte[27];
			RANDOM.nextBytes(bytes);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		};
	}

	/** Two requests at once that put the same into a session both succeed. */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastOneCounts() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/** Before the filter of Spring Session, so that it also ends after it. */
	@Bean
	FilterRegistrationBean<Filter> endOfRequest(FindByIndexNameSessionRepository<?> sessions) {
		Filter filter = (request, response, chain) -> {
			((QuietSessions<?>) sessions).beginRequest();
			try {
				chain.doFilter(request, response);
			}
			finally {
				((QuietSessions<?>) sessions).forgetRequest();
			}
		};
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		return registration;
	}

	/** By the clock of the database: that of this node may be wrong. */
	@Bean
	Task<Void> forgetEndedSessions(JdbcClient jdbc) {
		return Tasks.recurring("forget-ended-sessions", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> jdbc
				.sql("delete from spring_session where expiry_time < extract(epoch from clock_timestamp()) * 1000")
				.update());
	}

	@Bean
	static BeanPostProcessor quietSessions() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof FindByIndexNameSessionRepository<?> sessions) ? new QuietSessions<>(sessions)
						: bean;
			}
		};
	}

}
