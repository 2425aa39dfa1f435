package org.projectthrive.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of {@code access/*.yaml} is complete, and says what the code says. */
@ThriveTest
class RouteInventoryTests {

	private final List<AccessRow> rows = AccessTable.rows();

	private Routes routes;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	void of(AutowireCapableBeanFactory beans) {
		this.routes = beans.createBean(Routes.class);
	}

	@Test
	@DisplayName("SEC1 every route has a row")
	void everyRouteHasARow() {
		Set<String> known = this.rows.stream().map(AccessRow::route).collect(Collectors.toSet());

		String missing = this.routes.all()
			.entrySet()
			.stream()
			.filter((route) -> !known.contains(route.getKey()))
			.map(this::proposal)
			.collect(Collectors.joining());

		assertThat(missing).as("rows to add to src/test/resources/access/<module>.yaml").isEmpty();
	}

	@Test
	@DisplayName("SEC1 every row has a route, and no route has two rows")
	void everyRowHasARoute() {
		Set<String> routed = this.routes.all().keySet();

		assertThat(this.rows).extracting(AccessRow::route).doesNotHaveDuplicates();
		assertThat(this.rows.stream().filter((row) -> !row.isFilter()).map(AccessRow::route)).isSubsetOf(routed);
	}

	@Test
	@DisplayName("SEC1 each row names the roles of @AllowedTo")
	void rowsNameTheRolesOfTheCode() {
		Map<String, List<String>> coded = this.routes.all();

		assertThat(this.rows).filteredOn((row) -> coded.containsKey(row.route()))
			.allSatisfy(
					(row) -> assertThat(row.may().stream().filter((role) -> row.isOfStudy()).sorted()).as(row.route())
						.isEqualTo(coded.get(row.route())));
	}

	@Test
	@DisplayName("SEC1 each row of a study gives a value for every id")
	void rowsKnowTheirIds() {
		assertThat(this.rows).allSatisfy((row) -> assertThat(row.pattern().replace("{studyId}", "").split("\\{"))
			.as(row.route())
			.hasSize(row.ids().keySet().stream().filter((id) -> row.pattern().contains("{" + id + "}")).toList().size()
					+ 1));
	}

	@Test
	@DisplayName("SEC2 of a session of others a facilitator opens nothing but its page of codes")
	void onlyThePageOfASessionIsForAllFacilitators() {
		assertThat(this.rows.stream()
			.filter((row) -> row.allows(Role.FACILITATOR) && row.pattern().contains("{sessionId}"))
			.filter((row) -> !row.isOfOwnSession())
			.map(AccessRow::route)).containsExactly("GET /studies/{studyId}/sessions/{sessionId}");
	}

	private String proposal(Map.Entry<String, List<String>> route) {
		StringBuilder row = new StringBuilder("\n- route: " + route.getKey() + "\n  may: " + route.getValue());
		List<String> ids = ids(route.getKey());
		if (!ids.isEmpty()) {
			row.append("\n  ids:");
			ids.forEach((id) -> row.append("\n    ").append(id).append(": ").append(select(id)));
		}
		if (!route.getKey().startsWith("GET ")) {
			row.append("\n  params: {}");
		}
		return row.toString();
	}

	/** A first guess: the table that is called as the id, or ends so. */
	private String select(String id) {
		String name = id.replaceAll("Id$", "").replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
		String table = this.jdbc.sql("""
				select table_name from information_schema.columns where column_name = 'study_id'
				and (table_name = :name or table_name like '%\\_' || :name) order by length(table_name) limit 1""")
			.param("name", name)
			.query(String.class)
			.optional()
			.orElse("?");
		return "select min(id) from " + table + " where study_id = :study";
	}

	private static List<String> ids(String route) {
		return Pattern.compile("\\{(\\w+)")
			.matcher(route)
			.results()
			.map((found) -> found.group(1))
			.filter((id) -> !id.equals("studyId"))
			.toList();
	}

}
