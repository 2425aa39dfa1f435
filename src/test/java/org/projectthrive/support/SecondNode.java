package org.projectthrive.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.projectthrive.ThriveApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Another node on the database of the tests, whose clock may be wrong. */
public final class SecondNode implements AutoCloseable {

	private final WrongClock clock = new WrongClock();

	private final ConfigurableApplicationContext context;

	private SecondNode(JdbcConnectionDetails database) {
		this.context = new SpringApplicationBuilder(ThriveApplication.class)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("wrongClock", Clock.class,
					() -> this.clock, (definition) -> definition.setPrimary(true)))
			.run("--server.port=0", "--thrive.demo=false", "--spring.main.lazy-initialization=true",
					"--spring.flyway.enabled=false", "--spring.jpa.hibernate.ddl-auto=none",
					"--spring.datasource.url=" + database.getJdbcUrl(),
					"--spring.datasource.username=" + database.getUsername(),
					"--spring.datasource.password=" + database.getPassword());
	}

	public static SecondNode on(JdbcConnectionDetails database) {
		return new SecondNode(database);
	}

	/** From now on its clock is so far ahead; a negative duration is behind. */
	public void setAhead(Duration ahead) {
		this.clock.ahead = ahead;
	}

	public int port() {
		return ((ServletWebServerApplicationContext) this.context).getWebServer().getPort();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public <T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static final class WrongClock extends Clock {

		private volatile Duration ahead = Duration.ZERO;

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.offset(Clock.system(zone), this.ahead);
		}

		@Override
		public Instant instant() {
			return Clock.systemUTC().instant().plus(this.ahead);
		}

	}

}
