package org.projectthrive.platform.web;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.ErrorWords;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything that reads a form with files, and behind what knows who sends
 * it: nobody who is not signed in sends files, so that body is not read at all. Nor is
 * one that is too large: the request goes on without it, so that its page can say so
 * beside the field. Only so many bodies are received at a time, and few of one person, so
 * that slow ones hold no more than their share of the workers.
 */
@Component
public class Uploads extends OncePerRequestFilter {

	private static final String TOO_LARGE = Uploads.class.getName() + ".TOO_LARGE";

	private static final String UNREAD = Uploads.class.getName() + ".UNREAD";

	private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

	private final UploadPlaces places = new UploadPlaces();

	private final long largest;

	Uploads(MultipartProperties limits) {
		this.largest = limits.getMaxRequestSize().toBytes();
	}

	/** Whether the body was too large and is not there. */
	public static boolean isTooLarge(HttpServletRequest request) {
		return request.getAttribute(TOO_LARGE) != null;
	}

	/** Whether the body was not read, as nobody is signed in. */
	public static boolean isUnread(HttpServletRequest request) {
		return request.getAttribute(UNREAD) != null;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !type.regionMatches(true, 0, "multipart/", 0, 10);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication sender = SecurityContextHolder.getContext().getAuthentication();
		if (sender == null || !TRUST.isAuthenticated(sender)) {
			request.setAttribute(UNREAD, true);
			chain.doFilter(new WithoutBody(request), response);
		}
		else if (request.getContentLengthLong() > this.largest) {
			request.setAttribute(TOO_LARGE, true);
			chain.doFilter(new WithoutBody(request), response);
		}
		else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null && request.getContentLengthLong() < 0) {
			refuse(request, response, HttpStatus.LENGTH_REQUIRED, "error.noLength");
		}
		else if (!this.places.take(sender.getName())) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "10");
			refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "error.busy");
		}
		else {
			try {
				chain.doFilter(request, response);
			}
			finally {
				this.places.leave(sender.getName());
			}
		}
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
			throws IOException {
		ErrorWords.say(request, key);
		response.sendError(status.value());
	}

	/** A form of which nothing but the address is known. */
	private static final class WithoutBody extends HttpServletRequestWrapper {

		WithoutBody(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getContentType() {
			return null;
		}

		@Override
		public int getContentLength() {
			return 0;
		}

		@Override
		public long getContentLengthLong() {
			return 0;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

		@Override
		public Collection<Part> getParts() {
			return List.of();
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			throw new IOException("The body is not read");
		}

	}

}
