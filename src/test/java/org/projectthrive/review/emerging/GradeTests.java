package org.projectthrive.review.emerging;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GradeTests {

	@ParameterizedTest
	@CsvSource({ "6, 6, ALL", "5, 6, MOST", "4, 6, MOST", "3, 6, SOME", "2, 6, SOME", "1, 6, ONE", "1, 1, ALL",
			"1, 2, ONE", "2, 5, SOME", "3, 5, MOST" })
	@DisplayName("R5 a theme is graded by the share of sessions that raised it")
	void gradesByShareOfSessions(int sessions, int held, Grade grade) {
		assertThat(Grade.of(sessions, held)).isEqualTo(grade);
	}

}
