package org.projectthrive.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * What somebody is told who is not signed in: a person who navigates is sent to the
 * sign-in page; a script is told 401, so that it never mistakes it for success.
 */
class SignInFirst implements AuthenticationEntryPoint {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

	private static final String PROBLEM = """
			{"type":"about:blank","title":"Signed out","status":401,"detail":"Sign in again; what you wrote is not saved yet."}""";

	private final AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
			throws IOException, ServletException {
		if (SAFE_METHODS.contains(request.getMethod()) && !isScript(request)) {
			this.page.commence(request, response, missing);
		}
		else {
			refuse(response);
		}
	}

	static void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
	}

	/** Whether nobody sees the answer but a script. */
	static boolean isScript(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return request.getHeader("HX-Request") != null || (mode != null && !mode.equals("navigate"))
				|| !acceptsPages(request) || sendsJson(request);
	}

	private static boolean acceptsPages(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		return accept == null || accept.contains("text/html") || accept.contains("*/*");
	}

	private static boolean sendsJson(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
	}

}
