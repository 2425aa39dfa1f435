package org.projectthrive.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How what browsers send becomes values. */
@Configuration(proxyBeanMethods = false)
class BindingConfiguration implements WebMvcConfigurer {

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatterForFieldAnnotation(new SensibleDays());
		if (registry instanceof ConversionService conversions) {
			registry.addConverter(new ManyValues(conversions));
		}
	}

}
