package org.projectthrive.study;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the {@link StudyGate} before every route and lets controllers ask for what it
 * found.
 */
@Configuration(proxyBeanMethods = false)
class StudyWebConfiguration implements WebMvcConfigurer {

	private final StudyGate gate;

	StudyWebConfiguration(StudyGate gate) {
		this.gate = gate;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.gate);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new StudyArgumentResolver());
	}

}
