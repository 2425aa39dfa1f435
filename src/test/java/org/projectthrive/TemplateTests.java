package org.projectthrive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SEC29: no template can run what somebody has entered, nor break the content security
 * policy.
 */
class TemplateTests {

	private static final List<Pattern> FORBIDDEN = Stream
		.of("th:utext", "data-th-utext", "\\[\\(", "th:on\\w+", "__\\$\\{", "\\bT\\(", "\\$\\{@",
				"(?i)<script(?![^>]*\\b(?:th:)?src=)", "(?i)<style\\b", "(?i)\\s(?:th:)?style\\s*=",
				"(?i)\\sth:styleappend", "(?i)\\son[a-z]+\\s*=", "(?i)javascript:", "(?i)hx-on", "(?i)hx-vals=['\"]js:",
				"(?i)\\b(?:src|href)\\s*=\\s*['\"](?:https?:)?//")
		.map(Pattern::compile)
		.toList();

	private static final Pattern FORM = Pattern.compile("(?s)<form class=\"card.*?</form>");

	private static final Pattern FOOTER = Pattern.compile("(?s)<div class=\"card-footer[^>]*>(.*?)</div>");

	/** Beside what the form is about, or with tabs to leave by. */
	private static final Set<String> OWN_PAGES = Set.of("guide/new.html", "retreat/ballot/review.html",
			"retreat/show.html", "review/domain/index.html", "session/consent/text.html", "session/names/setting.html",
			"session/participants.html", "session/sites.html", "study/step.html", "team/show.html",
			"transcript/new.html", "transcript/recording/show.html");

	@ParameterizedTest(name = "SEC29 {0} is harmless")
	@MethodSource("templates")
	@DisplayName("SEC29 templates are harmless")
	void templateIsHarmless(String name, String text) {
		List<String> found = new ArrayList<>();
		FORBIDDEN.forEach((pattern) -> pattern.matcher(text)
			.results()
			.forEach((match) -> found.add(text.substring(match.start(), Math.min(text.length(), match.end() + 40)))));

		assertThat(found).as(name).isEmpty();
	}

	@ParameterizedTest(name = "{0} is short")
	@MethodSource("templates")
	void templateIsShort(String name, String text) {
		assertThat(text.lines().count()).as("lines of " + name).isLessThanOrEqualTo(150);
	}

	@ParameterizedTest(name = "{0} can be left without saving")
	@MethodSource("templates")
	@DisplayName("a form can be left without saving, unless it is all that its page is for")
	void formCanBeLeft(String name, String text) {
		List<String> stuck = FORM.matcher(text)
			.results()
			.map((form) -> FOOTER.matcher(form.group()))
			.filter(Matcher::find)
			.map((footer) -> footer.group(1))
			.filter((footer) -> footer.contains("btn-primary") && !footer.contains(":: cancel(")
					&& !footer.contains("<a class=\"btn\""))
			.toList();

		assertThat(stuck).as(name).hasSizeLessThanOrEqualTo(OWN_PAGES.contains(name) ? 1 : 0);
	}

	static Stream<Object[]> templates() throws IOException {
		List<Object[]> templates = new ArrayList<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:templates/**/*.html")) {
			String text = file.getContentAsString(StandardCharsets.UTF_8);
			String address = file.getURL().toString();
			templates.add(new Object[] { address.substring(address.indexOf("/templates/") + 11), text });
		}
		return templates.stream();
	}

}
