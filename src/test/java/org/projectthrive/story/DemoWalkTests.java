package org.projectthrive.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the demo shows at the end of its study: what its files say, by way of the data.
 */
@ThriveTest
@BrowserTests
class DemoWalkTests {

	private static final Map<String, String> GROUPS = Map.of("DESIRE", "Desires", "BARRIER", "Barriers", "POSITIVE",
			"Positive", "NEGATIVE", "Negative", "NONE", "");

	@Autowired
	private TestStudies studies;

	@LocalServerPort
	private int port;

	private final DemoStudy files = new DemoStudy();

	private String study;

	@BeforeEach
	void findStudy() {
		this.study = "/studies/" + this.studies.demoId();
	}

	@ParameterizedTest
	@DisplayName("A4 everybody of the demo finds the study, with what their role needs")
	@CsvSource(textBlock = """
			lead, Emerging themes, Names behind the codes
			facilitator, Run sheet, Emerging themes
			analyst, Codebook, Charter
			second.analyst, Codebook, Charter
			leader, Findings, Codebook
			""")
	void everybodyFindsTheStudy(String account, String shown, String hidden) {
		try (Walker walker = walker(account)) {
			walker.main().locator("a[href='" + this.study + "']").click();
			assertThat(walker.page().locator(".step-cards > li")).hasCount(5);
			walker.reads(shown);
			assertThat(walker.main()).not().containsText(hidden);
		}
	}

	@Test
	@DisplayName("A4 the demo shows its administrator the accounts, and no study")
	void administratorSeesNoStudy() {
		try (Walker admin = walker("admin")) {
			admin.reads("No study yet")
				.open("/accounts")
				.fill("find", "followthrough")
				.press("Search")
				.reads("Vic Followthrough");
			admin.open(this.study).forgiveErrors().reads("There is nothing here");
		}
	}

	@Test
	@DisplayName("A4 R5 the demo shows nine questions with the themes of its file, in their groups")
	void questionsAndEmergingThemes() {
		List<Map<String, Map<String, List<String>>>> shown = new ArrayList<>();
		for (Element row : page("analyst", "/emerging-themes/table").select(".paper-table tbody tr")) {
			shown.add(Map.of(row.select("th").text().replaceAll("^\\d+\\. ", ""), themes(row)));
		}

		assertThat(shown).containsExactlyElementsOf(expectedThemes());
		assertThat(shown.get(2).values()).allSatisfy((groups) -> assertThat(groups).containsOnlyKeys("Desires"));
		assertThat(shown.get(3).values()).allSatisfy((groups) -> assertThat(groups).containsKey("Barriers"));
		assertThat(shown.get(6).values())
			.allSatisfy((groups) -> assertThat(groups).containsOnlyKeys("Positive", "Negative"));
		assertThat(shown.get(7).values()).allSatisfy((groups) -> assertThat(groups).containsOnlyKeys("Desires"));
	}

	@Test
	@DisplayName("A4 R6 the demo shows eight topics with all statements of its file, each borne out by a session or more")
	void contrasts() {
		Map<String, List<List<String>>> expected = new LinkedHashMap<>();
		read("contrasts.yaml").forEach((topic) -> expected.put(String.valueOf(topic.get("topic")),
				List.of(sorted(((Map<?, ?>) topic.get("difficult")).values()),
						sorted(((Map<?, ?>) topic.get("well")).values()))));

		Document page = page("analyst", "/contrasts/table");
		Map<String, List<List<String>>> shown = new LinkedHashMap<>();
		for (Element row : page.select(".contrast-table tbody tr")) {
			shown.put(row.select("th").text(),
					row.select("td").stream().map((side) -> sorted(side.select("li a").eachText())).toList());
		}

		assertThat(shown).hasSize(8).containsExactlyEntriesOf(expected);
		assertThat(page.select(".contrast-table li .paper-count").eachText()).hasSize(52)
			.allMatch((count) -> count.matches("\\(in (1 session|[2-6] sessions)\\)"));
	}

	@Test
	@DisplayName("A4 R4 the demo shows six sessions by eleven domains, and no cell is empty")
	void matrix() {
		Document page = page("analyst", "/matrix");

		assertThat(page.select(".matrix thead th")).hasSize(1 + 11);
		assertThat(page.select(".matrix tbody tr")).hasSize(6)
			.allSatisfy((row) -> assertThat(row.select("td")).hasSize(11));
		assertThat(page.select(".matrix .empty-cell, .matrix tr.draft")).isEmpty();
	}

	@Test
	@DisplayName("A4 I1 V5 K1 the demo shows eleven ideas from findings, three of leaders, five winners and what became of them")
	void ideasAndInitiatives() {
		Map<String, Object> story = this.files.yaml("ideas.yaml", new TypeReference<Map<String, Object>>() {
		});
		Map<String, String> titles = new LinkedHashMap<>();
		List<String> merged = new ArrayList<>();
		((List<?>) story.get("ideas")).forEach((one) -> {
			Map<?, ?> idea = (Map<?, ?>) one;
			String title = String.valueOf(idea.get("title"));
			titles.put(String.valueOf(idea.get("key")), title);
			if (idea.containsKey("into")) {
				merged.add(title);
			}
		});
		List<String> winners = read("initiatives.yaml").stream().map((one) -> titles.get(one.get("idea"))).toList();

		Document ideas = page("lead", "/ideas");
		assertThat(ideas.select(".idea-title").eachText()).doesNotContainAnyElementsOf(merged)
			.containsExactlyInAnyOrderElementsOf(
					titles.values().stream().filter((title) -> !merged.contains(title)).toList());
		assertThat(ideas.select(".idea-merged li a").eachText()).isNotEmpty().containsExactlyElementsOf(merged);
		assertThat(ideas.select(".idea-list > li:not(:contains(idea of))")).hasSize(11);
		assertThat(page("lead", "/retreat").select(".chosen-list .idea-title").eachText()).hasSize(5)
			.containsExactlyInAnyOrderElementsOf(winners);
		assertThat(page("lead", "/initiatives").select("a.card h2").eachText())
			.containsExactlyInAnyOrderElementsOf(winners);
	}

	@Test
	@DisplayName("A4 the demo's main pages, as pictures")
	void pictures() {
		try (Walker lead = walker("lead"); Walker analyst = walker("analyst")) {
			picture(lead, "", "study");
			picture(lead, "/guide", "guide");
			picture(lead, "/sessions", "sessions");
			follow(lead, ".session-title")
				.locator(".session-tabs a", new Page.LocatorOptions().setHasText("Transcript"))
				.click();
			assertThat(lead.page().locator(".turn").first()).isVisible();
			lead.screenshot("transcript");
			analyst.open(this.study + "/coding");
			follow(analyst, "main table a");
			assertThat(analyst.page().locator(".palette-theme").first()).isEnabled();
			analyst.screenshot("coding");
			picture(analyst, "/matrix", "matrix");
			picture(analyst, "/emerging-themes/table", "emerging-themes-table");
			picture(analyst, "/contrasts/table", "contrasts-table");
			lead.open(this.study + "/retreat");
			lead.follow("Which five do we start?")
				.reads("Recounted just now from the sealed ballots: the tally holds.");
			lead.screenshot("ballot");
			lead.open(this.study + "/initiatives");
			follow(lead, "a.card");
			lead.reads("Line of sight").screenshot("initiative");
			for (Locator theme : lead.page().locator(".sight-words").all()) {
				assertThat(theme.locator("li").allInnerTexts()).doesNotHaveDuplicates();
			}
		}
	}

	private Walker walker(String account) {
		return Walker.atDesktop(this.port).signIn(account);
	}

	private Document page(String account, String path) {
		try (Walker walker = walker(account)) {
			return Jsoup.parse(walker.open(this.study + path).page().content());
		}
	}

	private void picture(Walker walker, String path, String name) {
		walker.open(this.study + path);
		assertThat(walker.page().locator("h1")).isVisible();
		walker.screenshot(name);
	}

	private static Page follow(Walker walker, String link) {
		Locator first = walker.page().locator(link).first();
		first.click();
		return walker.page();
	}

	/** The themes of one row by group; without a group stands under an empty one. */
	private static Map<String, List<String>> themes(Element row) {
		Map<String, List<String>> groups = new LinkedHashMap<>();
		for (Element list : row.select("td > ul")) {
			Element before = list.previousElementSibling();
			String group = (before != null && before.hasClass("paper-group")) ? before.text() : "";
			groups.put(group, sorted(list.select("li > span:first-child").eachText()));
		}
		return groups;
	}

	private List<Map<String, Map<String, List<String>>>> expectedThemes() {
		Map<String, String> names = new LinkedHashMap<>();
		read("codebook.yaml")
			.forEach((theme) -> names.put(String.valueOf(theme.get("key")), String.valueOf(theme.get("name"))));
		Map<String, Map<String, List<String>>> emerging = this.files.yaml("emerging.yaml",
				new TypeReference<Map<String, Map<String, List<String>>>>() {
				});
		Map<String, Object> guide = this.files.yaml("guide.yaml", new TypeReference<Map<String, Object>>() {
		});
		List<Map<String, Map<String, List<String>>>> expected = new ArrayList<>();
		for (Object question : (List<?>) guide.get("questions")) {
			Map<?, ?> asked = (Map<?, ?>) question;
			Map<String, List<String>> groups = new LinkedHashMap<>();
			emerging.get(String.valueOf(asked.get("key")))
				.forEach(
						(group, keys) -> groups.put(GROUPS.get(group), sorted(keys.stream().map(names::get).toList())));
			expected.add(Map.of(String.valueOf(asked.get("wording")), groups));
		}
		return expected;
	}

	private List<Map<String, Object>> read(String file) {
		return this.files.yaml(file, new TypeReference<List<Map<String, Object>>>() {
		});
	}

	private static List<String> sorted(Iterable<?> words) {
		List<String> sorted = new ArrayList<>();
		words.forEach((word) -> sorted.add(String.valueOf(word)));
		sorted.sort(null);
		return sorted;
	}

}
