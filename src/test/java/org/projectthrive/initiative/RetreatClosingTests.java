package org.projectthrive.initiative;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A retreat closes when each winner has an owner. */
@ThriveTest
class RetreatClosingTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private ProgressService progress;

	@Autowired
	private AuditLog audit;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private Long winner;

	@BeforeEach
	void aBallotHasAWinner() {
		this.study = this.studies.fresh();
		this.winner = Winners.of(this.studies, this.study);
	}

	@Test
	@DisplayName("K1 the retreat cannot close while a winner has no owner, and closes once there is one")
	void closesWithOwners() {
		assertThat(this.mvc.get().uri(this.study.path("/retreat/closing")).with(this.study.as(Role.LEAD))).bodyText()
			.contains("Nobody has promised yet", "Offer coaching");
		assertThat(close("  ")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("One chosen idea has no owner yet");
		assertThat(isMet("retreat.closed")).isFalse();

		this.mvc.post()
			.uri(this.study.path("/initiatives"))
			.param("idea", this.winner.toString())
			.param("title", "Offer coaching")
			.param("ownerId", this.study.memberId(Role.LEADER).toString())
			.param("firstStep", "Ask three coaches")
			.param("firstStepDue", LocalDate.now(ZoneOffset.UTC).plusDays(7).toString())
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();

		assertThat(close("")).hasStatus3xxRedirection();
		assertThat(isMet("retreat.closed")).isTrue();
		assertThat(isMet("initiative.owners")).isTrue();
		assertThat(close("")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("K1 an owner who has left the team owns nothing")
	void ownerWhoLeft() {
		Long initiative = this.studies.insert("""
				insert into initiative (study_id, idea_id, title, owner_id, first_step, first_step_due, committed_on,
				    created_by, created_at)
				values (?, ?, 'Coaching', ?, 'Ask', current_date, current_date, ?, now()) returning id""",
				this.study.id(), this.winner, this.study.memberId(Role.LEADER), this.study.person(Role.LEAD).id());
		this.jdbc.sql("update member set removed_at = now() where id = ?")
			.param(this.study.memberId(Role.LEADER))
			.update();

		assertThat(close("")).hasStatus(HttpStatus.CONFLICT);
		assertThat(isMet("initiative.owners")).isFalse();
		assertThat(this.mvc.get().uri(this.study.path("/initiatives")).with(this.study.as(Role.LEAD))).bodyText()
			.contains("Chosen, and waiting for an owner", "/initiatives/" + initiative + "/edit");
	}

	@Test
	@DisplayName("K1 the lead closes it all the same with a reason, which the audit log keeps; nobody else closes it")
	void closesWithAReason() {
		assertThat(this.mvc.post()
			.uri(this.study.path("/retreat/closing"))
			.param("reason", "Mine")
			.with(csrf())
			.with(this.study.as(Role.LEADER))).hasStatus(HttpStatus.FORBIDDEN);

		assertThat(close("The owner starts in May")).hasStatus3xxRedirection();

		assertThat(isMet("initiative.owners")).isTrue();
		assertThat(this.audit.ofStudy(this.study.id(), Long.MAX_VALUE, 1)).singleElement().satisfies((event) -> {
			assertThat(event.action()).isEqualTo("retreat.closed");
			assertThat(event.reason()).isEqualTo("The owner starts in May");
		});
		assertThat(this.mvc.get().uri(this.study.path("/retreat")).with(this.study.as(Role.LEADER))).bodyText()
			.contains("The retreat was closed on", "The owner starts in May");
	}

	@Test
	@DisplayName("W3 no ballot is prepared in a closed retreat, and none is open when it closes; reopened, all goes on")
	void closedRetreatStandsStill() {
		this.jdbc.sql("update ballot set stage = 'OPEN', closed_at = null where study_id = ?")
			.param(this.study.id())
			.update();
		assertThat(close("Now")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("A ballot is open");
		this.jdbc.sql("update ballot set stage = 'CLOSED', closed_at = now() where study_id = ?")
			.param(this.study.id())
			.update();
		assertThat(close("Now")).hasStatus3xxRedirection();

		assertThat(prepare()).hasStatus(HttpStatus.CONFLICT).bodyText().contains("The retreat is closed");
		assertThat(post("/retreat/reopening")).hasStatus3xxRedirection();
		assertThat(prepare()).hasStatus3xxRedirection();
	}

	private MvcTestResult prepare() {
		return this.mvc.post()
			.uri(this.study.path("/ballots"))
			.param("title", "Another")
			.param("mostApprovals", "1")
			.param("winners", "1")
			.param("quorum", "2")
			.param("tieRule", "RUN_OFF")
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post().uri(this.study.path(path)).with(csrf()).with(this.study.as(Role.LEAD)).exchange();
	}

	private MvcTestResult close(String reason) {
		return this.mvc.post()
			.uri(this.study.path("/retreat/closing"))
			.param("reason", reason)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private boolean isMet(String criterion) {
		return this.progress.of(this.study.id())
			.step(StepName.ACTION)
			.criteria()
			.stream()
			.filter((one) -> one.criterion().key().equals(criterion))
			.findFirst()
			.orElseThrow()
			.met();
	}

}
