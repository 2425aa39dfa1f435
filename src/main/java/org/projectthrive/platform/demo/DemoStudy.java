package org.projectthrive.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The demo study while it is loaded: where its data files are, and the ids that its parts
 * leave for later ones under speaking names such as {@code person:lead@thrive.example} or
 * {@code theme:relationships}.
 */
public class DemoStudy {

	/** The six sessions, in order; also the names of their files. */
	public static final List<String> SESSIONS = List.of("1-maple-street", "2-harbor-view", "3-old-mill", "4-northfield",
			"5-make-up-one", "6-make-up-two");

	private final Map<String, Object> ids = new HashMap<>();

	private final YAMLMapper yaml = new YAMLMapper();

	public void put(String name, Object id) {
		if (this.ids.put(name, id) != null) {
			throw new IllegalStateException("The demo has two of " + name);
		}
	}

	public boolean has(String name) {
		return this.ids.containsKey(name);
	}

	public Long id(String name) {
		return (Long) value(name);
	}

	public Object value(String name) {
		Object id = this.ids.get(name);
		if (id == null) {
			throw new IllegalStateException("The demo has no " + name);
		}
		return id;
	}

	public Long studyId() {
		return id("study");
	}

	/** Makes the given person the one who acts, for the audit log. */
	public void actAs(String email) {
		TestingAuthenticationToken token = new TestingAuthenticationToken(id("person:" + email).toString(), null,
				List.of());
		SecurityContextHolder.getContext().setAuthentication(token);
	}

	/** Reads {@code demo/<file>} as the given shape. */
	public <T> T yaml(String file, TypeReference<T> shape) {
		try (InputStream in = new ClassPathResource("demo/" + file).getInputStream()) {
			return this.yaml.readValue(in, shape);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The lines of {@code demo/<file>}. */
	public List<String> lines(String file) {
		try {
			return new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
