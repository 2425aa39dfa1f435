package org.projectthrive.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.review.summary.DemoSession;
import org.projectthrive.review.summary.DemoSession.DemoCell;
import org.projectthrive.review.summary.DemoSession.DemoPoint;

import static org.assertj.core.api.Assertions.assertThat;

/** What the demo's summaries, contrasts and findings refer to is there. */
class DemoFilesTests {

	private final DemoStudy demo = new DemoStudy();

	static List<String> sessions() {
		return DemoStudy.SESSIONS;
	}

	@ParameterizedTest
	@MethodSource("sessions")
	@DisplayName("A4 every quote of a demo summary is said in exactly one turn")
	void quotesAreSaidOnce(String slug) {
		List<String> turns = turns(slug);

		assertThat(quotes(session(slug))).isNotEmpty()
			.allSatisfy((quote) -> assertThat(turns).filteredOn((turn) -> turn.contains(quote)).as(quote).hasSize(1));
	}

	@ParameterizedTest
	@MethodSource("sessions")
	@DisplayName("A4 a demo summary answers all eleven domains within the rules")
	void summariesKeepTheRules(String slug) {
		DemoSession session = session(slug);

		assertThat(session.summary()).hasSize(11);
		assertThat(session.summary().values()).allSatisfy((cell) -> {
			assertThat(cell.quotesOrNone()).hasSizeLessThanOrEqualTo(3);
			assertThat(cell.pointsOrNone().isEmpty()).isEqualTo(Boolean.TRUE.equals(cell.notDiscussed()));
		});
	}

	@Test
	@DisplayName("A4 every statement of the demo's contrast table rests on a point, on its own side")
	void contrastsAreCovered() {
		Set<String> difficult = named("difficult");
		Set<String> well = named("well");

		assertThat(difficult).isEqualTo(keys("difficult"));
		assertThat(well).isEqualTo(keys("well"));
	}

	@Test
	@DisplayName("A4 the demo's findings rest on themes, topics and questions of the demo; most are released")
	void findingsRestOnThemes() {
		Set<Object> themes = new HashSet<>();
		read("codebook.yaml").forEach((theme) -> themes.add(String.valueOf(theme.get("key"))));
		List<String> topics = read("contrasts.yaml").stream()
			.map((topic) -> String.valueOf(topic.get("topic")))
			.toList();

		List<Map<String, Object>> findings = read("findings.yaml");

		assertThat(findings).hasSizeBetween(8, 10).allSatisfy((finding) -> {
			assertThat(themes).containsAll((List<?>) finding.get("themes"));
			assertThat(topics.contains(String.valueOf(finding.get("topic"))) || !finding.containsKey("topic")).isTrue();
		});
		assertThat(findings).filteredOn((finding) -> Boolean.TRUE.equals(finding.get("released"))).hasSizeBetween(6, 8);
	}

	private Set<String> named(String part) {
		Set<String> named = new HashSet<>();
		DemoStudy.SESSIONS
			.forEach((slug) -> cell(slug, part).pointsOrNone().forEach((point) -> named.add("" + point.contrast())));
		return named;
	}

	private DemoCell cell(String slug, String part) {
		return Objects.requireNonNull(session(slug).summary().get(part));
	}

	private Set<String> keys(String side) {
		Set<String> keys = new HashSet<>();
		read("contrasts.yaml")
			.forEach((topic) -> ((Map<?, ?>) topic.get(side)).keySet().forEach((key) -> keys.add("" + key)));
		return keys;
	}

	private List<Map<String, Object>> read(String file) {
		return this.demo.yaml(file, new TypeReference<List<Map<String, Object>>>() {
		});
	}

	private DemoSession session(String slug) {
		return this.demo.yaml("sessions/" + slug + ".yaml", new TypeReference<DemoSession>() {
		});
	}

	/** The turns without the marks of their codings. */
	private List<String> turns(String slug) {
		return this.demo.lines("transcripts/" + slug + ".txt")
			.stream()
			.filter((line) -> line.startsWith("["))
			.map((line) -> line.replaceAll("\\{[a-z-]+\\*?\\|", "").replace("}", ""))
			.toList();
	}

	private static List<String> quotes(DemoSession session) {
		return session.summary()
			.values()
			.stream()
			.flatMap((cell) -> Stream.concat(cell.quotesOrNone().stream(),
					cell.pointsOrNone().stream().map(DemoPoint::quote).flatMap(Stream::ofNullable)))
			.toList();
	}

}
