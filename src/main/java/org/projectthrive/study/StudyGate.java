package org.projectthrive.study;

import java.util.List;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.projectthrive.account.SignedIn;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.PageFrame;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The gate to every route of a study: who is no member is told that there is no such
 * study, who lacks the role is refused, and whoever passes finds the study, the
 * membership and the progress on the page.
 */
@Component
class StudyGate implements HandlerInterceptor, PageFrame {

	static final String MEMBERSHIP = Membership.class.getName();

	private final StudyAccess access;

	private final ProgressService progress;

	StudyGate(StudyAccess access, ProgressService progress) {
		this.access = access;
		this.progress = progress;
	}

	/** What ends a stream is no new request: who opened it was checked then. */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() != DispatcherType.ASYNC && handler instanceof HandlerMethod method
				&& studyId(request) instanceof String studyId) {
			Membership membership = membership(studyId);
			request.setAttribute(MEMBERSHIP, membership);
			if (!membership.isAnyOf(allowed(method))) {
				throw new AccessDeniedException("role");
			}
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && isPage(page)) {
			around(page, request);
		}
	}

	/** Members find the study around a page that tells of an error, too. */
	@Override
	public void around(ModelAndView page, HttpServletRequest request) {
		if (request.getAttribute(MEMBERSHIP) instanceof Membership membership) {
			ProgressService.Outlook outlook = this.progress.of(membership);
			page.addObject("study", membership.study());
			page.addObject("me", membership);
			page.addObject("progress", outlook.progress());
			page.addObject("next", outlook.next());
			Navigation navigation = this.progress.navigation(membership, pathInStudy(request, membership));
			page.addObject("navigation", navigation.pages());
			page.addObject("here", navigation.here());
			page.addObject("currentPage", navigation.currentPage());
		}
	}

	private Membership membership(String studyId) {
		if (!studyId.matches("[1-9]\\d{0,17}")) {
			throw new NotFound("study");
		}
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
			throw new AccessDeniedException("not signed in");
		}
		return this.access.find(Long.valueOf(studyId), person.id()).orElseThrow(() -> new NotFound("study"));
	}

	private static List<Role> allowed(HandlerMethod method) {
		AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
		if (allowed == null) {
			allowed = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
		}
		return (allowed != null) ? List.of(allowed.value()) : List.of();
	}

	private static @Nullable Object studyId(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return (variables instanceof Map<?, ?> map) ? map.get("studyId") : null;
	}

	private static boolean isPage(ModelAndView page) {
		String view = page.getViewName();
		return view != null && !view.startsWith("redirect:");
	}

	private static String pathInStudy(HttpServletRequest request, Membership membership) {
		return request.getRequestURI()
			.substring(request.getContextPath().length())
			.replaceFirst("^/studies/" + membership.study().id(), "");
	}

}
