package org.projectthrive.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The guides that come with Thrive. */
@Component
class GuideTemplates {

	private final YAMLMapper yaml = new YAMLMapper();

	GuideTemplate thrive() {
		return read("thrive");
	}

	GuideTemplate whatMatters() {
		return read("what-matters");
	}

	GuideTemplate blank(String title) {
		return new GuideTemplate(title, List.of());
	}

	private GuideTemplate read(String name) {
		try (InputStream in = new ClassPathResource("guide-templates/" + name + ".yaml").getInputStream()) {
			return this.yaml.readValue(in, GuideTemplate.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
