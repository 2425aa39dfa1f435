package org.projectthrive.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;

import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** What the running application answers: controllers, actuator, static files. */
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

	/** Route that reads to the names of what may stand behind its question mark. */
	Map<String, List<String>> parameters() {
		Map<String, List<String>> parameters = new TreeMap<>();
		this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods().forEach((info, method) -> {
				if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
					info.getPatternValues().forEach((pattern) -> parameters.put("GET " + pattern, names(method)));
				}
			}));
		return parameters;
	}

	private static List<String> names(HandlerMethod method) {
		Set<String> names = new LinkedHashSet<>();
		for (MethodParameter parameter : parameters(method)) {
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			RequestParam one = parameter.getParameterAnnotation(RequestParam.class);
			if (one != null) {
				names.add(one.name().isEmpty() ? parameter.getParameterName() : one.name());
			}
			else if (parameter.hasParameterAnnotation(ModelAttribute.class)
					&& parameter.getParameterType().isRecord()) {
				Arrays.stream(parameter.getParameterType().getRecordComponents())
					.forEach((component) -> names.add(component.getName()));
			}
		}
		return List.copyOf(names);
	}

	/** Those of what is asked before a page, too. */
	private static List<MethodParameter> parameters(HandlerMethod method) {
		List<MethodParameter> parameters = new ArrayList<>(List.of(method.getMethodParameters()));
		MethodFilter before = (one) -> AnnotatedElementUtils.hasAnnotation(one, ModelAttribute.class);
		MethodIntrospector.selectMethods(method.getBeanType(), before)
			.forEach((one) -> IntStream.range(0, one.getParameterCount())
				.forEach((index) -> parameters.add(new MethodParameter(one, index))));
		return parameters;
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
