package org.projectthrive.platform.error;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns errors into pages in plain words, or into problem details where the client asked
 * for JSON.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private static final String DATA_EXCEPTION = "22";

	private static final String CHECK_VIOLATION = "23514";

	private static final Set<String> TAKEN_OR_USED = Set.of("23503", "23505");

	private final MessageSource messages;

	private final ObjectProvider<PageFrame> frames;

	ErrorPages(MessageSource messages, ObjectProvider<PageFrame> frames) {
		this.messages = messages;
		this.frames = frames;
	}

	@ExceptionHandler
	Object onRuleViolation(RuleViolation violation, HttpServletRequest request) {
		log.info("Refused by rule {}", violation.messageKey());
		String words = this.messages.getMessage(violation.messageKey(), violation.arguments(), Locale.ENGLISH);
		return answer(HttpStatus.CONFLICT, "error.rule", words, request);
	}

	@ExceptionHandler
	Object onOptimisticLock(OptimisticLockingFailureException ex, HttpServletRequest request) {
		return answer(HttpStatus.CONFLICT, "error.stale", message("error.stale.text"), request);
	}

	/**
	 * What no rule has caught before: two did the same at once, or the database refuses a
	 * value, such as a NUL.
	 */
	@ExceptionHandler
	Object onRefusedByDatabase(DataIntegrityViolationException ex, HttpServletRequest request) {
		String state = (ex.getMostSpecificCause() instanceof SQLException cause) ? String.valueOf(cause.getSQLState())
				: "";
		log.warn("Refused by the database: SQL state {}", state);
		if (TAKEN_OR_USED.contains(state)) {
			return answer(HttpStatus.CONFLICT, "error.stale", message("error.stale.text"), request);
		}
		if (state.startsWith(DATA_EXCEPTION) || state.equals(CHECK_VIOLATION)) {
			return answer(HttpStatus.UNPROCESSABLE_CONTENT, "error.badRequest", message("error.badRequest.text"),
					request);
		}
		throw ex;
	}

	/**
	 * An address with a senseless id leads nowhere; a senseless value of a form is a bad
	 * form.
	 */
	@ExceptionHandler
	Object onTypeMismatch(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
		if (!ex.getParameter().hasParameterAnnotation(PathVariable.class)) {
			return answer(HttpStatus.UNPROCESSABLE_CONTENT, "error.badRequest", message("error.badRequest.text"),
					request);
		}
		return onNotFound(ex, request);
	}

	@ExceptionHandler({ NotFound.class, NoResourceFoundException.class })
	Object onNotFound(Exception ex, HttpServletRequest request) {
		return answer(HttpStatus.NOT_FOUND, "error.notFound", message("error.notFound.text"), request);
	}

	@ExceptionHandler
	Object onAccessDenied(AccessDeniedException ex, HttpServletRequest request) {
		return answer(HttpStatus.FORBIDDEN, "error.forbidden", message("error.forbidden.text"), request);
	}

	@ExceptionHandler
	Object onTooLarge(MaxUploadSizeExceededException ex, HttpServletRequest request) {
		return answer(HttpStatus.CONTENT_TOO_LARGE, "error.tooLarge", message("error.tooLarge.text"), request);
	}

	/** The form breaks off, or is built in a way that no browser writes. */
	@ExceptionHandler
	Object onUnreadableForm(MultipartException ex, HttpServletRequest request) {
		return answer(HttpStatus.BAD_REQUEST, "error.badRequest", message("error.badRequest.text"), request);
	}

	private Object answer(HttpStatus status, String titleKey, String words, HttpServletRequest request) {
		if (wantsJson(request)) {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
			problem.setTitle(message(titleKey));
			return ResponseEntity.status(status).body(problem);
		}
		ModelAndView page = new ModelAndView("error", status);
		page.addObject("title", message(titleKey));
		page.addObject("words", words);
		try {
			this.frames.orderedStream().forEach((frame) -> frame.around(page, request));
		}
		catch (DataAccessException ex) {
			log.warn("A page about an error has no bars: {}", ex.getClass().getSimpleName());
		}
		return page;
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	static boolean wantsJson(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		String contentType = request.getContentType();
		return (accept != null && accept.contains("json"))
				|| (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json"));
	}

}
