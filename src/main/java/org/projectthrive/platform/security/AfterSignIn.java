package org.projectthrive.platform.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.UrlUtils;

/**
 * Leads who has signed in to where they wanted to go, on this server: of the address that
 * was kept only path and query count, for the request that named its host may have lied.
 */
class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

	AfterSignIn(RequestCache wanted) {
		setRequestCache(wanted);
		setDefaultTargetUrl("/studies");
		setRedirectStrategy(new Here());
	}

	private static final class Here extends DefaultRedirectStrategy {

		@Override
		public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url)
				throws IOException {
			if (UrlUtils.isAbsoluteUrl(url)) {
				response.sendRedirect(url.replaceFirst("^[^:/?#]+://[^/?#]*/*", "/"));
			}
			else {
				super.sendRedirect(request, response, url);
			}
		}

	}

}
