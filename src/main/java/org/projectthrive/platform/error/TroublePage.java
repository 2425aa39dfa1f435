package org.projectthrive.platform.error;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.platform.database.DatabaseTrouble;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What is said while the database cannot do what was asked. It is written outside of
 * everything that would ask the database once more, such as who is signed in.
 */
@Component
public class TroublePage {

	private static final String SECONDS = "5";

	/** What would look for the session. */
	private static final List<String> OF_THE_SESSION = List.of("_csrf",
			"org.springframework.security.web.csrf.CsrfToken");

	private final ITemplateEngine templates;

	private final ResourceUrlProvider resources;

	private final MessageSource messages;

	private final JsonMapper json;

	private final JakartaServletWebApplication application;

	TroublePage(ITemplateEngine templates, ResourceUrlProvider resources, MessageSource messages, JsonMapper json,
			ServletContext context) {
		this.templates = templates;
		this.resources = resources;
		this.messages = messages;
		this.json = json;
		this.application = JakartaServletWebApplication.buildApplication(context);
	}

	/** Answers 503, as a page or as problem details, and says when to try again. */
	public void write(DatabaseTrouble trouble, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String key = (trouble == DatabaseTrouble.FULL) ? "error.full" : "error.away";
		String title = this.messages.getMessage(key, null, Locale.ENGLISH);
		String words = this.messages.getMessage(key + ".text", null, Locale.ENGLISH);
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
		response.setCharacterEncoding("UTF-8");
		if (ErrorPages.wantsJson(request)) {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, words);
			problem.setTitle(title);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getWriter().write(this.json.writeValueAsString(problem));
		}
		else {
			response.setContentType(MediaType.TEXT_HTML_VALUE);
			writePage(title, words, request, response);
		}
		response.flushBuffer();
	}

	private void writePage(String title, String words, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		OF_THE_SESSION.forEach(request::removeAttribute);
		WebContext page = new WebContext(this.application.buildExchange(request, withVersions(response)),
				Locale.ENGLISH);
		page.setVariable("title", title);
		page.setVariable("words", words);
		this.templates.process("error", page, response.getWriter());
	}

	/** The addresses of styles and scripts that other pages have, too. */
	private HttpServletResponse withVersions(HttpServletResponse response) {
		return new HttpServletResponseWrapper(response) {
			@Override
			public String encodeURL(String url) {
				String found = TroublePage.this.resources.getForLookupPath(url);
				return (found != null) ? found : url;
			}
		};
	}

}
