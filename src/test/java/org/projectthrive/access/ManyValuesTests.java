package org.projectthrive.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that no page sends: blanks and senseless ones in lists, absurd ones in
 * addresses.
 */
@ThriveTest
class ManyValuesTests {

	private static final List<String> ABSURD = List.of("+999999999-12-31", "-999999999-01-01", "0000-00-00",
			"9223372036854775807", "-9223372036854775808", "9223372036854775808", "2147483647", "-2147483648", "-1",
			"0", "1e400", "NaN", "", " ", "\u0000", "\uD800", "%", "'\"--", "x".repeat(5000));

	private Probe probe;

	private Routes routes;

	@Autowired
	private TestStudies studies;

	@Autowired
	void of(AutowireCapableBeanFactory beans) {
		this.probe = beans.createBean(Probe.class);
		this.routes = beans.createBean(Routes.class);
	}

	static Stream<AccessRow> rows() {
		return AccessTable.rows()
			.stream()
			.filter((row) -> row.params().values().stream().anyMatch(Collection.class::isInstance))
			.filter((row) -> !row.pattern().contains("/uploads/")); // its texts may be
																	// blank
	}

	@ParameterizedTest(name = "SEC35 {0} with a blank and a senseless value")
	@MethodSource("rows")
	@DisplayName("SEC35 a blank among several values changes nothing, and a senseless one is refused")
	void blanksAreHarmless(AccessRow row) {
		SoftAssertions.assertSoftly((softly) -> row.params().forEach((field, value) -> {
			if (value instanceof Collection<?> many) {
				int plain = ask(row);
				softly.assertThat(ask(with(row, field, many, ""))).as("%s with a blank", field).isEqualTo(plain);
				softly.assertThat(ask(with(row, field, many, "senseless"))).as("%s senseless", field).isIn(400, 422);
			}
		}));
	}

	@ParameterizedTest(name = "SEC35 {0} is among them")
	@ValueSource(strings = { "POST /studies/{studyId}/ideas", "POST /studies/{studyId}/ballots" })
	@DisplayName("SEC35 the forms with lists of ids are found")
	void formsAreFound(String route) {
		assertThat(rows().map(AccessRow::route)).contains(route);
	}

	@ParameterizedTest(name = "SEC61 {0} with absurd values")
	@MethodSource("reads")
	@DisplayName("SEC61 no value behind a question mark is an error: absurd ones are refused or change nothing")
	void absurdValuesAreHarmless(AccessRow row) {
		SoftAssertions.assertSoftly((softly) -> this.routes.parameters()
			.getOrDefault(row.route(), List.of())
			.forEach((name) -> ABSURD.forEach((value) -> softly.assertThat(ask(with(row, name, value)))
				.as("%s with %s=%s", row, name, value.substring(0, Math.min(40, value.length())))
				.isIn(200, 400, 404, 422))));
	}

	static Stream<AccessRow> reads() {
		return AccessTable.rows().stream().filter((row) -> row.reads() && !row.isFilter() && !row.isFor("NOBODY"));
	}

	@ParameterizedTest(name = "SEC61 {0} with a senseless value")
	@MethodSource("writes")
	@DisplayName("SEC61 no single value of a form is an error: a senseless one is refused in words")
	void senselessValuesAreHarmless(AccessRow row) {
		SoftAssertions.assertSoftly((softly) -> row.params()
			.keySet()
			.forEach((name) -> softly.assertThat(ask(with(row, name, ABSURD.get(0))))
				.as("%s with a senseless %s", row, name)
				.isIn(200, 201, 302, 400, 404, 409, 422)));
	}

	static Stream<AccessRow> writes() {
		return AccessTable.rows().stream().filter((row) -> !row.reads() && !row.isFilter());
	}

	@Test
	@DisplayName("SEC61 pages with dates, page numbers, words and ids behind the question mark are found")
	void parametersAreFound() {
		assertThat(this.routes.parameters())
			.containsEntry("GET /audit", List.of("study", "action", "person", "from", "to", "before"))
			.containsEntry("GET /studies/{studyId}/participants", List.of("at"))
			.containsEntry("GET /studies/{studyId}/themes/{themeId}", List.of("page", "mine"))
			.containsEntry("GET /studies/{studyId}/sessions/{sessionId}/live/changes", List.of("after"));
	}

	private int ask(AccessRow row) {
		String account = row.isOfStudy() ? row.account(Role.valueOf(row.may().get(0))) : "admin";
		return this.probe.ask(new Attempt(row, this.studies.demoPerson(account), this.studies.demoId())).status();
	}

	private static AccessRow with(AccessRow row, String field, Collection<?> values, String another) {
		List<Object> more = new ArrayList<>(List.of(another));
		more.addAll(values);
		return with(row, field, more);
	}

	private static AccessRow with(AccessRow row, String field, Object value) {
		Map<String, Object> params = new HashMap<>(row.params());
		params.put(field, value);
		return new AccessRow(row.route(), row.may(), row.ids(), row.given(), params, row.json(), row.file(), row.as(),
				row.open(), row.audit(), row.strangers(), row.path(), row.by());
	}

}
