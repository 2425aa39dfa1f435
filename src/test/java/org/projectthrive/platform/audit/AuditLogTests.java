package org.projectthrive.platform.audit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class AuditLogTests {

	@Autowired
	private AuditLog audit;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private TestStudies studies;

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest(name = "A2 PostgreSQL refuses: {0}")
	@ValueSource(strings = { "update audit_event set action = 'nothing'", "update audit_event set reason = null",
			"delete from audit_event", "truncate audit_event", "truncate study cascade" })
	@DisplayName("A2 the log only grows")
	void logOnlyGrows(String statement) {
		recordOne();
		long before = count();

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
			.withMessageContaining("append-only");

		assertThat(count()).isEqualTo(before);
	}

	@Test
	@DisplayName("A2 a change that is rolled back leaves no event")
	void rolledBackChangesLeaveNothing() {
		long before = count();

		this.transactions.executeWithoutResult((status) -> {
			this.audit.record(null, "test.undone", 7);
			status.setRollbackOnly();
		});

		assertThat(count()).isEqualTo(before);
	}

	@Test
	@DisplayName("A2 an event is written in the transaction of its change, never alone")
	void eventsNeedATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.audit.record(null, "test.alone", 7));
	}

	@Test
	@DisplayName("A2 an event says who, what and when, and the lead reads it")
	void eventsSayWhoAndWhat() {
		TestStudy study = this.studies.fresh();

		this.mvc.post()
			.uri(study.path("/steps/TEAM/override"))
			.param("reason", "The sponsor signs next week")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();

		assertThat(this.audit.ofStudy(study.id(), Long.MAX_VALUE, 10)).singleElement().satisfies((event) -> {
			assertThat(event.action()).isEqualTo("step.overridden");
			assertThat(event.subjectId()).isEqualTo("TEAM");
			assertThat(event.person()).isEqualTo("Test lead");
			assertThat(event.reason()).isEqualTo("The sponsor signs next week");
		});
		assertThat(this.mvc.get().uri(study.path("/audit")).with(study.as(Role.LEAD))).bodyText()
			.contains("completed a step by override", "The sponsor signs next week");
	}

	@Test
	@DisplayName("P3 every action in the log has words, so that the log shows no key")
	void actionsHaveWords() {
		Long demo = this.studies.demoId();

		assertThat(this.mvc.get().uri("/studies/" + demo + "/audit").with(this.studies.demoPerson("lead").signedIn()))
			.bodyText()
			.doesNotContainPattern("<span>[a-z]+(\\.[a-zA-Z]+)+</span>");
	}

	private void recordOne() {
		this.transactions.executeWithoutResult((status) -> this.audit.record(null, "test.recorded", 7));
	}

	private long count() {
		return this.jdbc.sql("select count(*) from audit_event").query(Long.class).single();
	}

}
