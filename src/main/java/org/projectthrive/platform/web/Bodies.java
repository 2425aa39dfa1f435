package org.projectthrive.platform.web;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what is too large before anything is done with it. A form with files that was
 * not read came without its token: it reaches nothing but what takes files, and so knows
 * that there is none.
 */
@Component
class Bodies implements HandlerInterceptor, WebMvcConfigurer {

	/** Scripts send a note or two, never as much as this. */
	private static final long LARGEST_JSON = 1_000_000;

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST
				&& (isLargeJson(request) || (Uploads.isTooLarge(request) && !takesFiles(handler)))) {
			throw new MaxUploadSizeExceededException(LARGEST_JSON);
		}
		return true;
	}

	/** What does not say how large it is may be of any size. */
	private static boolean isLargeJson(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.toLowerCase(Locale.ROOT).contains("json")
				&& (request.getContentLengthLong() > LARGEST_JSON
						|| request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null);
	}

	private static boolean takesFiles(Object handler) {
		return handler instanceof HandlerMethod method && Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType() == MultipartFile.class);
	}

}
