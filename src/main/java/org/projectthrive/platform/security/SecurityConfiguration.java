package org.projectthrive.platform.security;

import java.util.List;

import jakarta.servlet.DispatcherType;

import org.projectthrive.platform.web.Uploads;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/**
 * Who may come in at all, and the headers of every answer. What a role may do in a study
 * is told at each route.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/**
	 * No inline script or style, nothing from elsewhere; {@code data:} for the pictures
	 * within Tabler's style sheet.
	 */
	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; media-src 'self'; font-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

	private static final String PERMISSIONS_POLICY = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
			+ "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

	private static final String[] FOR_ANYBODY = { "/login", "/forgotten", "/reset/*", "/setup/*", "/join/*",
			"/webjars/**", "/assets/**", "/favicon.ico" };

	private static final String[] FOR_ADMINISTRATORS = { "/accounts/**", "/audit" };

	private static final String[] FOR_SIGNED_IN = { "/", "/studies/**", "/profile/**", "/logout" };

	@Bean
	SecurityFilterChain security(HttpSecurity http, AuthenticationProvider signIn, Uploads uploads) {
		http.authenticationProvider(signIn);
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
					.permitAll()
					.requestMatchers(EndpointRequest.to("health"))
					.permitAll()
					.requestMatchers(FOR_ANYBODY)
					.permitAll()
					.requestMatchers(FOR_ADMINISTRATORS)
					.hasRole("ADMINISTRATOR")
					.requestMatchers(FOR_SIGNED_IN)
					.authenticated()
					.anyRequest()
					.denyAll());
		http.addFilterBefore(uploads, CsrfFilter.class);
		// a form that was too large to be read has no token, and reaches only who takes
		// files
		http.csrf((csrf) -> csrf.ignoringRequestMatchers(
				new AndRequestMatcher(PathPatternRequestMatcher.pathPattern("/studies/**"), Uploads::isTooLarge)));
		RequestCache wanted = navigations();
		http.requestCache((cache) -> cache.requestCache(wanted));
		http.formLogin((form) -> form.loginPage("/login").successHandler(new AfterSignIn(wanted)));
		http.logout((logout) -> logout.logoutSuccessUrl("/login?signed-out"));
		http.exceptionHandling((errors) -> errors.authenticationEntryPoint(new SignInFirst())
			.accessDeniedHandler(new Refusal(FOR_ANYBODY, FOR_ADMINISTRATORS, FOR_SIGNED_IN)));
		http.headers((headers) -> headers.addHeaderWriter(ownHeaders()));
		return http.build();
	}

	/**
	 * Where somebody wanted to go; what a script asked for is nowhere to go after signing
	 * in.
	 */
	private static RequestCache navigations() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setRequestMatcher((request) -> request.getMethod().equals("GET") && !SignInFirst.isScript(request));
		return cache;
	}

	/** Within the chain, and not once more before it. */
	@Bean
	FilterRegistrationBean<Uploads> uploadsInTheChain(Uploads uploads) {
		FilterRegistrationBean<Uploads> registration = new FilterRegistrationBean<>(uploads);
		registration.setEnabled(false);
		return registration;
	}

	/** 19 MiB, two passes, one lane: the OWASP floor for argon2id. */
	@Bean
	PasswordEncoder passwords() {
		return new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
	}

	/** PostgreSQL keeps no NUL, and nobody types one. */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value == null || value.indexOf('\0') < 0);
		return firewall;
	}

	/**
	 * What the firewall refuses reaches no page: it is told no more than that, under the
	 * same headers.
	 */
	@Bean
	RequestRejectedHandler senseless() {
		HeaderWriter everywhere = headersOfEveryAnswer();
		return (request, response, rejected) -> {
			if (!response.containsHeader("Content-Security-Policy")) {
				everywhere.writeHeaders(request, response);
			}
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		};
	}

	/** For answers that the filter chain does not give. */
	static HeaderWriter headersOfEveryAnswer() {
		return new CompositeHeaderWriter(List.of(new XContentTypeOptionsHeaderWriter(),
				new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY), new CacheControlHeadersWriter(), ownHeaders()));
	}

	private static HeaderWriter ownHeaders() {
		CrossOriginOpenerPolicyHeaderWriter opener = new CrossOriginOpenerPolicyHeaderWriter();
		opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		CrossOriginResourcePolicyHeaderWriter resource = new CrossOriginResourcePolicyHeaderWriter();
		resource.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
		return new CompositeHeaderWriter(List.of(new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
				new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
				new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY), opener, resource));
	}

}
