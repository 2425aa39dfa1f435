package org.projectthrive.platform.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears the signals of all nodes on a connection of its own, outside the pool. What is
 * sent while it has none is lost, so afterwards every page is told to read again.
 */
@Component
class SignalListener implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SignalListener.class);

	private static final int WAIT_MILLIS = 10_000;

	private static final int ANSWER_SECONDS = 5;

	private static final long FIRST_PAUSE_MILLIS = 100;

	private static final long LONGEST_PAUSE_MILLIS = 5_000;

	private final DataSource dataSource;

	private final Streams streams;

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Connection connection;

	SignalListener(DataSource dataSource, Streams streams) {
		this.dataSource = dataSource;
		this.streams = streams;
	}

	@Override
	public void start() {
		this.running = true;
		Thread started = new Thread(this::run, "live-listener");
		started.setDaemon(true);
		started.start();
		this.thread = started;
	}

	private void run() {
		long pause = FIRST_PAUSE_MILLIS;
		while (this.running) {
			try (Connection own = connect()) {
				this.connection = own;
				try (Statement statement = own.createStatement()) {
					statement.execute("listen " + Signals.CHANNEL);
				}
				pause = FIRST_PAUSE_MILLIS;
				this.streams.reread();
				hear(own);
			}
			catch (SQLException ex) {
				if (this.running) {
					log.warn("Signals are not heard, next try in {} ms: SQL state {}", pause, ex.getSQLState());
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
					pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
				}
			}
		}
	}

	private void hear(Connection own) throws SQLException {
		PGConnection postgres = own.unwrap(PGConnection.class);
		while (this.running) {
			PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
			if (heard == null || heard.length == 0) {
				requireAlive(own);
			}
			else {
				for (PGNotification one : heard) {
					one.getParameter().lines().map(Signal::ofWire).forEach(this.streams::signal);
				}
			}
		}
	}

	/** A connection that was cut without a word is found out by asking. */
	private static void requireAlive(Connection own) throws SQLException {
		if (!own.isValid(ANSWER_SECONDS)) {
			throw new SQLException("The connection is gone", "08006");
		}
	}

	/** Like those of the pool; from the pool when that is not ours. */
	private Connection connect() throws SQLException {
		if (!this.dataSource.isWrapperFor(HikariDataSource.class)) {
			return this.dataSource.getConnection();
		}
		HikariDataSource pool = this.dataSource.unwrap(HikariDataSource.class);
		Properties properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		properties.put("user", String.valueOf(pool.getUsername()));
		properties.put("password", String.valueOf(pool.getPassword()));
		properties.put("ApplicationName", Signals.CHANNEL);
		properties.put("tcpKeepAlive", "true");
		properties.put("connectTimeout", String.valueOf(ANSWER_SECONDS));
		properties.put("loginTimeout", String.valueOf(ANSWER_SECONDS));
		return DriverManager.getConnection(pool.getJdbcUrl(), properties);
	}

	@Override
	public void stop() {
		this.running = false;
		Connection own = this.connection;
		Thread started = this.thread;
		try {
			if (own != null) {
				own.abort(Runnable::run);
			}
		}
		catch (SQLException ex) {
			log.debug("The connection was gone already");
		}
		if (started != null) {
			LockSupport.unpark(started);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
