package org.projectthrive.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms in which several values of a field may be ticked. */
@ThriveTest
@Import(Probe.class)
class ManyValuesTests {

	@Autowired
	private Probe probe;

	@Autowired
	private TestStudies studies;

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

	private int ask(AccessRow row) {
		Role role = Role.valueOf(row.may().get(0));
		return this.probe.ask(new Attempt(row, this.studies.demoPerson(row.account(role)), this.studies.demoId()))
			.status();
	}

	private static AccessRow with(AccessRow row, String field, Collection<?> values, String another) {
		List<Object> more = new ArrayList<>(List.of(another));
		more.addAll(values);
		Map<String, Object> params = new HashMap<>(row.params());
		params.put(field, more);
		return new AccessRow(row.route(), row.may(), row.ids(), row.given(), params, row.json(), row.file(), row.as(),
				row.open(), row.audit(), row.strangers(), row.path(), row.by());
	}

}
