package org.projectthrive.review.matrix;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.SqlCount;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class MatrixStatementTests {

	@Autowired
	private MatrixService matrix;

	@Autowired
	private TestStudies studies;

	@Test
	@DisplayName("R4 the matrix of the whole demo is read in five statements")
	void readsInFiveStatements() {
		Long demo = this.studies.demoId();
		Matrix whole = this.matrix.of(demo, null, null, null);
		assertThat(whole.rows()).hasSize(6).allSatisfy((row) -> assertThat(row.isAgreed()).isTrue());
		assertThat(whole.columns()).hasSize(11);

		List<String> statements = SqlCount.of(() -> this.matrix.of(demo, null, null, null));

		assertThat(statements).hasSizeLessThanOrEqualTo(5);
	}

}
