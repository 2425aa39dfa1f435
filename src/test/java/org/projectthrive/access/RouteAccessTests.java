package org.projectthrive.access;

import java.util.Optional;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.access.Attempt.Token;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries every route as everybody, with every kind of id. */
@ThriveTest
class RouteAccessTests {

	private static final String UNKNOWN_NUMBER = "999999999999";

	private static final String UNKNOWN_UUID = "00000000-0000-4000-8000-000000000000";

	private static @Nullable TestStudy shared;

	private Probe probe;

	@Autowired
	private TestStudies studies;

	private TestStudy other;

	private Long demo;

	@Autowired
	void of(AutowireCapableBeanFactory beans) {
		this.probe = beans.createBean(Probe.class);
	}

	@BeforeEach
	void studies() {
		if (shared == null) {
			shared = this.studies.fresh();
		}
		this.other = shared;
		this.demo = this.studies.demoId();
	}

	static Stream<AccessRow> rows() {
		return AccessTable.rows().stream().filter((row) -> !row.isFilter());
	}

	static Stream<AccessRow> rowsOfStudies() {
		return rows().filter(AccessRow::isOfStudy);
	}

	static Stream<AccessRow> rowsThatWrite() {
		return AccessTable.rows().stream().filter((row) -> !row.reads());
	}

	@ParameterizedTest(name = "SEC2 {0} outside studies")
	@MethodSource
	void routesOutsideStudies(AccessRow row) {
		TestPerson somebody = this.other.person(Role.LEADER);
		Answer nobodys = ask(row, null);
		Answer somebodys = ask(row, somebody);
		Answer administrators = ask(row, this.studies.demoPerson("admin"));

		SoftAssertions.assertSoftly((softly) -> {
			softly.assertThat(row.isFor("ANYBODY") ? nobodys.isPermitted() : nobodys.asksToSignIn())
				.as("%s by nobody: %s", row, nobodys)
				.isTrue();
			softly.assertThat(expected(row, somebodys, false)).as("%s by somebody: %s", row, somebodys).isTrue();
			softly.assertThat(expected(row, administrators, true))
				.as("%s by an administrator: %s", row, administrators)
				.isTrue();
		});
	}

	static Stream<AccessRow> routesOutsideStudies() {
		return rows().filter((row) -> !row.isOfStudy());
	}

	private static boolean expected(AccessRow row, Answer answer, boolean administrator) {
		return switch (row.may().get(0)) {
			case "NOBODY" -> answer.status() == 404;
			case "ADMINISTRATOR" -> administrator ? answer.isPermitted() : answer.status() == 403;
			default -> answer.isPermitted();
		};
	}

	@ParameterizedTest(name = "SEC2 SEC25 SEC27 {0} by everybody, under the headers of every answer")
	@MethodSource("rowsOfStudies")
	void onlyTheNamedRolesMay(AccessRow row) {
		SoftAssertions.assertSoftly((softly) -> {
			softly.assertThat(ask(row, null)).as("nobody").satisfies((answer) -> {
				assertThat(answer.asksToSignIn()).isTrue();
				assertThat(answer.changes()).isZero();
			});
			for (Role role : Role.values()) {
				Answer own = ask(row, mine(row, role));
				softly.assertThat(own.isGuarded()).as("headers of %s", row).isTrue();
				softly.assertThat(own.status()).as("%s as %s of the study", row, role).satisfies((status) -> {
					if (row.allows(role)) {
						assertThat(own.isPermitted()).as("permitted, not %s %s", own.status(), own.location()).isTrue();
					}
					else {
						assertThat(status).isEqualTo(403);
						assertThat(own.changes()).isZero();
					}
				});
				refused(softly, row + " as " + role + " of another study", ask(row, this.other.person(role)));
			}
			refused(softly, row + " as administrator", ask(row, this.studies.demoPerson("admin")));
		});
	}

	@ParameterizedTest(name = "SEC6 {0} after a change")
	@MethodSource("rowsOfStudies")
	void changesOfAccessCountAtOnce(AccessRow row) {
		Role role = first(row);
		Attempt attempt = attempt(row, mine(row, role), this.demo);

		SoftAssertions.assertSoftly((softly) -> {
			refused(softly, row + " as removed", this.probe.ask(attempt
				.after("update member set removed_at = now() where study_id = :study and person_id = :person")));
			refused(softly, row + " as disabled",
					this.probe.ask(attempt.after("update person set disabled_at = now() where id = :person")));
			refused(softly, row + " as without any role", this.probe.ask(attempt.after(
					"delete from member_role where member_id in (select id from member where person_id = :person)")));
		});
	}

	@ParameterizedTest(name = "SEC3 {0} tells nothing")
	@MethodSource("rowsOfStudies")
	void foreignAndUnknownStudiesLookTheSame(AccessRow row) {
		TestPerson outsider = this.other.person(first(row));

		Answer foreign = ask(row, outsider);
		Answer unknown = this.probe.ask(attempt(row, outsider, Long.valueOf(UNKNOWN_NUMBER)));

		assertThat(foreign.status()).as(row.route()).isEqualTo(404).isEqualTo(unknown.status());
		assertThat(foreign.masked()).isEqualTo(unknown.masked());
	}

	@ParameterizedTest(name = "SEC2 {0} with other ids")
	@MethodSource("rowsOfStudies")
	void idsAreThoseOfTheStudy(AccessRow row) {
		Role role = first(row);
		Attempt attempt = attempt(row, mine(row, role), this.demo);

		SoftAssertions.assertSoftly((softly) -> {
			row.mustExist()
				.forEach((id) -> refused(softly, row + " with unknown " + id,
						this.probe.ask(attempt.with(id, unknown(row, id)))));
			row.strangers()
				.forEach((id, sql) -> refused(softly, row + " with stranger " + id,
						this.probe.ask(attempt.with(id, sql))));
			if (!row.foundInPath().isEmpty()) {
				refused(softly, row + " with ids of another study",
						this.probe.ask(attempt(row, this.other.person(role), this.other.id())));
			}
			else if (!row.reads() && row.ids().keySet().stream().anyMatch(row::isOfStudy)) {
				Answer foreign = this.probe.ask(attempt(row, this.other.person(role), this.other.id()));
				softly.assertThat(foreign.status()).as("ids of another study in the form").isIn(404, 409, 422);
			}
		});
	}

	@ParameterizedTest(name = "SEC2 {0} of a session of others")
	@MethodSource
	void sessionsOfOthersAreNotThere(AccessRow row) {
		Attempt attempt = attempt(row, mine(row, Role.FACILITATOR), this.demo)
			.after("delete from session_facilitator using member where member.id = member_id and person_id = :person");

		SoftAssertions.assertSoftly((softly) -> refused(softly, "of other sessions", this.probe.ask(attempt)));
	}

	static Stream<AccessRow> sessionsOfOthersAreNotThere() {
		return rowsOfStudies().filter(AccessRow::isOfOwnSession);
	}

	@ParameterizedTest(name = "SEC24 {0} without a token")
	@MethodSource("rowsThatWrite")
	void writesNeedTheToken(AccessRow row) {
		Attempt attempt = attempt(row, row.isOfStudy() ? mine(row, first(row)) : this.studies.demoPerson("admin"),
				this.demo);
		for (Token token : new Token[] { Token.NONE, Token.WRONG }) {
			Answer answer = this.probe.ask(attempt.sending(token));
			assertThat(answer.status()).as("%s with %s token", row, token).isEqualTo(403);
			assertThat(answer.changes()).isZero();
		}
	}

	@ParameterizedTest(name = "A2 {0} is audited")
	@MethodSource("rowsThatWrite")
	@DisplayName("A2 what changes a study is in the audit log")
	void changesAreAudited(AccessRow row) {
		if (!row.isOfStudy()) {
			return;
		}
		Answer answer = ask(row, mine(row, first(row)));

		if (row.audit() != null) {
			assertThat(row.audit()).startsWith("none, ");
		}
		else if (answer.succeeds()) {
			assertThat(answer.audited()).as("events of %s, %s", row, answer).isPositive();
		}
	}

	private static void refused(SoftAssertions softly, String who, Answer answer) {
		softly.assertThat(answer.status()).as(who).isEqualTo(404);
		softly.assertThat(answer.changes()).as("changes by " + who).isZero();
	}

	private static String unknown(AccessRow row, String id) {
		if (!row.isFound(id)) {
			return "unknown";
		}
		boolean uuid = row.ids().get(id).contains("note") || id.endsWith("Key");
		return uuid ? UNKNOWN_UUID : UNKNOWN_NUMBER;
	}

	private static Role first(AccessRow row) {
		return Optional.of(row.may().get(0)).map(Role::valueOf).orElseThrow();
	}

	private TestPerson mine(AccessRow row, Role role) {
		return this.studies.demoPerson(row.account(role));
	}

	private Answer ask(AccessRow row, @Nullable TestPerson person) {
		return this.probe.ask(attempt(row, person, this.demo));
	}

	private static Attempt attempt(AccessRow row, @Nullable TestPerson person, Long studyId) {
		return new Attempt(row, person, studyId);
	}

}
