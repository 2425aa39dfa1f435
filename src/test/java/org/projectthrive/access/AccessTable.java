package org.projectthrive.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All rows of {@code access/*.yaml}. */
final class AccessTable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private AccessTable() {
	}

	static List<AccessRow> rows() {
		List<AccessRow> rows = new ArrayList<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:access/*.yaml")) {
				rows.addAll(rows(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows;
	}

	private static List<AccessRow> rows(Resource file) throws IOException {
		try (InputStream in = file.getInputStream()) {
			return List.of(JSON.convertValue(new Yaml().load(in), AccessRow[].class));
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(file.getFilename() + ": " + ex.getMessage(), ex);
		}
	}

}
