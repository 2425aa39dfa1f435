package org.projectthrive.study;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the {@link Study} of the path, or the {@link Membership} of whoever
 * asks.
 */
class StudyArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Study.class || parameter.getParameterType() == Membership.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Object found = request.getAttribute(StudyGate.MEMBERSHIP, RequestAttributes.SCOPE_REQUEST);
		if (!(found instanceof Membership membership)) {
			throw new IllegalStateException("The route has no {studyId}");
		}
		return (parameter.getParameterType() == Study.class) ? membership.study() : membership;
	}

}
