package org.projectthrive.platform.security;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.database.DatabaseTrouble;
import org.projectthrive.platform.error.TroublePage;

import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Around everything that asks the database, the session included: when it is away or
 * full, whoever asked is told so, and is told to try again.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 2)
class DatabaseTroubleFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(DatabaseTroubleFilter.class);

	private final HeaderWriter headers = SecurityConfiguration.headersOfEveryAnswer();

	private final TroublePage page;

	DatabaseTroubleFilter(TroublePage page) {
		this.page = page;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			Optional<DatabaseTrouble> trouble = DatabaseTrouble.behind(ex);
			if (trouble.isEmpty() || response.isCommitted()) {
				throw ex;
			}
			log.warn("The database is {}: {}", trouble.get(), ex.getClass().getSimpleName());
			response.reset();
			this.headers.writeHeaders(request, response);
			this.page.write(trouble.get(), request, response);
		}
	}

}
