package org.projectthrive.fault.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Around all other filters: stops between commit and reply when a request asks for it,
 * and tells how the pool of connections is.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("thrive.test.failpoint")
public class ChildFaults {

	/** A request with this header is never answered. */
	public static final String FAILPOINT = "Thrive-Failpoint";

	public static final String POOL = "/pool-of-connections";

	/**
	 * @param reached the file that appears when a request stands before its reply
	 */
	@Bean
	FilterRegistrationBean<Filter> failpoint(@Value("${thrive.test.failpoint}") Path reached, DataSource database) {
		FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
			HttpServletRequest asked = (HttpServletRequest) request;
			if (asked.getRequestURI().equals(POOL)) {
				response.getWriter().write(pool(database));
			}
			else if (asked.getHeader(FAILPOINT) != null) {
				chain.doFilter(request, new ContentCachingResponseWrapper((HttpServletResponse) response));
				standStill(reached);
			}
			else {
				chain.doFilter(request, response);
			}
		});
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	private static void standStill(Path reached) throws IOException {
		Files.createFile(reached);
		while (!Thread.currentThread().isInterrupted()) {
			LockSupport.park();
		}
	}

	private static String pool(DataSource database) {
		try {
			HikariPoolMXBean pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
			return pool.getActiveConnections() + " " + pool.getTotalConnections();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
