package org.projectthrive.platform.security;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.projectthrive.platform.error.ErrorWords;
import org.projectthrive.platform.web.Uploads;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a person is told who may not: where there is something, that it is for others;
 * where nothing is or nobody may go, that there is nothing. A script that comes with the
 * token of an ended session is told to sign in, like one without, and so is who sends a
 * file.
 */
class Refusal implements AccessDeniedHandler {

	private final RequestMatcher something;

	Refusal(String[]... patterns) {
		this.something = new OrRequestMatcher(Stream.of(patterns)
			.flatMap(Stream::of)
			.<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
			.toList());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		boolean found = this.something.matches(request);
		if (found && refused instanceof CsrfException && isSignedOut() && SignInFirst.isScript(request)) {
			SignInFirst.refuse(response);
			return;
		}
		if (found && refused instanceof CsrfException && Uploads.isUnread(request)) {
			response.sendRedirect(request.getContextPath() + "/login");
			return;
		}
		if (found && refused instanceof CsrfException) {
			ErrorWords.say(request, "error.token");
		}
		response.sendError(found ? HttpStatus.FORBIDDEN.value() : HttpStatus.NOT_FOUND.value());
	}

	/** With the session its token is gone, so that the token is what is missed first. */
	private static boolean isSignedOut() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication == null || authentication instanceof AnonymousAuthenticationToken;
	}

}
