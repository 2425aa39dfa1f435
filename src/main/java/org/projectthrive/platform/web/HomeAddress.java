package org.projectthrive.platform.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where this server is, for the log of its start: {@code thrive.address} when it is set
 * (behind a proxy, or in a container), else this machine and the port that was really
 * opened.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
public class HomeAddress implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(HomeAddress.class);

	private final Environment environment;

	private final @Nullable String configured;

	HomeAddress(Environment environment, @Value("${thrive.address:#{null}}") @Nullable String configured) {
		this.environment = environment;
		this.configured = StringUtils.hasText(configured) ? configured : null;
	}

	/** The absolute address of a path such as {@code /login}. */
	public String of(String path) {
		String base = (this.configured != null) ? this.configured : local();
		return base.replaceAll("/+$", "") + path;
	}

	/**
	 * A link for others, in a mail. Without {@code thrive.address} it begins as the
	 * running request does; a request can lie about its host.
	 */
	public String linkTo(String path) {
		return (this.configured != null) ? of(path)
				: ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		log.info("Thrive is at {}", of(""));
		if (this.configured == null && StringUtils.hasText(this.environment.getProperty("spring.mail.host"))) {
			log.warn("Links in mails will begin with {}: set THRIVE_ADDRESS to the address that people use", of(""));
		}
	}

	private String local() {
		boolean encrypted = this.environment.getProperty("server.ssl.enabled", Boolean.class,
				this.environment.containsProperty("server.ssl.bundle")
						|| this.environment.containsProperty("server.ssl.key-store"));
		return (encrypted ? "https" : "http") + "://localhost:"
				+ this.environment.getProperty("local.server.port", "8080")
				+ this.environment.getProperty("server.servlet.context-path", "");
	}

}
