package org.projectthrive.platform.database;

import java.util.Set;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks whether the database keeps what it has acknowledged. Ours must; of somebody
 * else's we say it loudly and leave it to them.
 */
@Component
class DurabilityCheck implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(DurabilityCheck.class);

	private final JdbcClient jdbc;

	private final ObjectProvider<EmbeddedDatabase> embedded;

	DurabilityCheck(JdbcClient jdbc, ObjectProvider<EmbeddedDatabase> embedded) {
		this.jdbc = jdbc;
		this.embedded = embedded;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Set<String> off = switchedOff();
		if (off.isEmpty()) {
			return;
		}
		this.embedded.ifAvailable((database) -> {
			throw EmbeddedPostgresException.failed(database.directory(), "it runs with " + off + " switched off.",
					null);
		});
		log.warn("THE DATABASE MAY LOSE WHAT WAS SAVED when its machine fails: {} switched off", off);
	}

	private Set<String> switchedOff() {
		return new TreeSet<>(this.jdbc.sql("select name from pg_settings where name in (:names) and setting = 'off'")
			.param("names", Postmaster.DURABLE.keySet())
			.query(String.class)
			.list());
	}

}
