package org.projectthrive.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import org.springframework.core.io.ClassPathResource;

/**
 * Looks at an open page with axe. The library's own builder also gathers what passes and
 * opens a second page to sum it up, which takes twice the time; our pages have no frames.
 */
public final class Axe {

	private static final String SCRIPT = script();

	private static final Map<String, Object> WCAG_22_AA = Map.of("type", "tag", "values",
			List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"));

	private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));

	private Axe() {
	}

	/** What breaks WCAG 2.2 AA: the rule, the first element, and why. */
	public static List<String> violations(Page page) {
		return run(page, WCAG_22_AA);
	}

	/** What is hard to read against its background. */
	public static List<String> faint(Page page) {
		return run(page, CONTRAST);
	}

	@SuppressWarnings("unchecked")
	private static List<String> run(Page page, Map<String, Object> rules) {
		if (page.evaluate("typeof axe").equals("undefined")) {
			page.evaluate(SCRIPT);
		}
		return (List<String>) page.evaluate("""
				(runOnly) => axe.run(document, {runOnly, resultTypes: ['violations']}).then((result) =>
					result.violations.map((rule) => rule.id + ': ' + rule.nodes[0].html + ' ' + rule.nodes[0].any
						.map((check) => check.message).join(' ')))""", rules);
	}

	private static String script() {
		try {
			return new ClassPathResource("axe.min.js", AxeBuilder.class.getClassLoader())
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
