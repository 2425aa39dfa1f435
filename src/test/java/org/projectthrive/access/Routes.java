package org.projectthrive.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** What the running application answers: controllers, actuator, static files. */
@TestComponent
class Routes {

	private final ApplicationContext context;

	Routes(ApplicationContext context) {
		this.context = context;
	}

	/** Route to the roles of its {@link AllowedTo}, in alphabetical order. */
	Map<String, List<String>> all() {
		Map<String, List<String>> routes = new TreeMap<>();
		for (HandlerMapping mapping : this.context.getBeansOfType(HandlerMapping.class).values()) {
			if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
				methods.getHandlerMethods().forEach((info, method) -> add(routes, info, method));
			}
			if (mapping instanceof SimpleUrlHandlerMapping files) {
				files.getUrlMap().forEach((pattern, handler) -> {
					if (handler instanceof ResourceHttpRequestHandler) {
						routes.put("GET " + pattern, List.of());
					}
				});
			}
		}
		return routes;
	}

	private static void add(Map<String, List<String>> routes, RequestMappingInfo info, HandlerMethod method) {
		for (String pattern : info.getPatternValues()) {
			if (info.getMethodsCondition().getMethods().isEmpty()) {
				routes.put("ANY " + pattern, roles(method));
			}
			info.getMethodsCondition()
				.getMethods()
				.forEach((verb) -> routes.put(verb + " " + (pattern.isEmpty() ? "/" : pattern), roles(method)));
		}
	}

	private static List<String> roles(HandlerMethod method) {
		@Nullable AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
		if (allowed == null) {
			allowed = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
		}
		return (allowed != null) ? List.of(allowed.value()).stream().map(Role::name).sorted().toList() : List.of();
	}

}
