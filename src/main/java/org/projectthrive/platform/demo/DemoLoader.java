package org.projectthrive.platform.demo;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads the demo study at the first start on the embedded database, and never anywhere
 * else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoLoader implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

	private final DemoMode mode;

	private final List<DemoPart> parts;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	DemoLoader(DemoMode mode, List<DemoPart> parts, JdbcClient jdbc, TransactionOperations transactions) {
		this.mode = mode;
		this.parts = parts;
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.mode.isOn() && !isLoaded()) {
			long start = System.nanoTime();
			this.transactions.executeWithoutResult((status) -> load());
			log.info("Loaded the demo study in {} ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
		}
	}

	private boolean isLoaded() {
		return this.jdbc.sql("select exists (select from person where email = ?)")
			.param(DemoMode.LEAD)
			.query(Boolean.class)
			.single();
	}

	private void load() {
		DemoStudy demo = new DemoStudy();
		try {
			this.parts.forEach((part) -> part.load(demo));
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
