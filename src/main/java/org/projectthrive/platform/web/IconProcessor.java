package org.projectthrive.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.webjars.WebJarVersionLocator;

import org.springframework.core.io.ClassPathResource;

/** Writes one of Tabler's icons into the page: no icon font, no request. */
final class IconProcessor extends AbstractAttributeTagProcessor {

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

	private final String folder = "META-INF/resources/webjars/tabler__icons/"
			+ new WebJarVersionLocator().version("tabler__icons") + "/icons/outline/";

	private final Map<String, String> icons = new ConcurrentHashMap<>();

	IconProcessor(String prefix) {
		super(TemplateMode.HTML, prefix, null, false, "icon", true, 1000, true);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute, String name,
			IElementTagStructureHandler handler) {
		handler.replaceWith(this.icons.computeIfAbsent(name, this::load), false);
	}

	private String load(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("No icon is called " + name);
		}
		try {
			String svg = new ClassPathResource(this.folder + name + ".svg").getContentAsString(StandardCharsets.UTF_8);
			return svg.substring(svg.indexOf("<svg"))
				.replaceFirst("class=\"[^\"]*\"", "class=\"icon\" aria-hidden=\"true\"")
				.strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
