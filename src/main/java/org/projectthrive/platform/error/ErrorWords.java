package org.projectthrive.platform.error;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The words of errors that no controller has met: refused by a filter or the server. */
@Component
public class ErrorWords implements ErrorViewResolver {

	private static final String KEY = ErrorWords.class.getName();

	private final MessageSource messages;

	ErrorWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Lets the error page of this request say the given message and {@code <key>.text}.
	 */
	public static void say(HttpServletRequest request, String messageKey) {
		request.setAttribute(KEY, messageKey);
	}

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		String key = (request.getAttribute(KEY) instanceof String said) ? said : key(status);
		return new ModelAndView("error", Map.of("title", message(key), "words", message(key + ".text")), status);
	}

	private static String key(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND, METHOD_NOT_ALLOWED -> "error.notFound";
			case FORBIDDEN -> "error.forbidden";
			case CONTENT_TOO_LARGE -> "error.tooLarge";
			default -> status.is4xxClientError() ? "error.badRequest" : "error.unexpected";
		};
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
