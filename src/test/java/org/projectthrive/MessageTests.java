package org.projectthrive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of all modules together. */
class MessageTests {

	@Test
	@DisplayName("a key has its words in one module: of two, one would never be read")
	void keysAreUnique() throws IOException {
		Map<String, List<String>> modules = new HashMap<>();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath:messages/*.properties")) {
			Properties words = PropertiesLoaderUtils.loadProperties(file);
			words.stringPropertyNames()
				.forEach((key) -> modules.computeIfAbsent(key, (one) -> new ArrayList<>()).add(file.getFilename()));
		}

		assertThat(modules).isNotEmpty().allSatisfy((key, files) -> assertThat(files).as(key).hasSize(1));
	}

}
