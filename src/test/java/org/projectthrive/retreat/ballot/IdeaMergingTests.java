package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ballot.TestBallots.Open;
import org.projectthrive.retreat.ballot.TestBallots.Ready;
import org.projectthrive.retreat.idea.Disposition;
import org.projectthrive.retreat.idea.EvidenceOfIdeas;
import org.projectthrive.retreat.idea.IdeaLists;
import org.projectthrive.retreat.idea.IdeaMerging;
import org.projectthrive.retreat.idea.IdeaRow;
import org.projectthrive.study.Role;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Duplicates merge, and never under an open ballot. */
@ThriveTest
class IdeaMergingTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private BallotService ballots;

	@Autowired
	private IdeaMerging merging;

	@Autowired
	private IdeaLists lists;

	@Autowired
	private EvidenceOfIdeas evidence;

	@Autowired
	private PollingStation station;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	private TestBallots tests;

	@BeforeEach
	void prepare() {
		this.tests = new TestBallots(this.studies, this.ballots, this.jdbc);
	}

	@Test
	@DisplayName("I1 duplicates merge: both keep their words, and the one that stays answers what both answer")
	void mergeKeepsTextsAndLinks() {
		Ready ready = this.tests.ready(3, 3);
		Long stays = ready.ideas().get(0);
		Long goes = ready.ideas().get(1);
		link(ready.study(), stays, "Lunch");
		link(ready.study(), goes, "Coaching");
		TestStudy study = ready.study();

		assertThat(this.mvc.get()
			.uri(study.path("/ideas/merging"))
			.param("ideas", stays.toString(), goes.toString())
			.with(study.as(Role.LEAD))).hasStatusOk().bodyText().contains("Which one stays?", "Lunch", "Coaching");
		assertThat(merge(study, stays, stays, goes)).hasRedirectedUrl(study.path("/ideas/" + stays));

		assertThat(this.evidence.ofStudy(study.id()).get(stays).themes()).containsExactlyInAnyOrder("Lunch",
				"Coaching");
		assertThat(this.mvc.get().uri(study.path("/ideas/" + stays)).with(study.as(Role.LEADER))).bodyText()
			.contains("Idea number 1", "Merged into it", "Idea number 2");
		assertThat(row(study, goes).disposition()).isEqualTo(Disposition.MERGED);
		assertThat(row(study, goes).title()).isEqualTo("Idea number 2");
		assertThat(this.lists.toVoteOn(study.id())).extracting(IdeaRow::id).doesNotContain(goes).contains(stays);

		assertThat(apart(study, goes)).hasStatus3xxRedirection();
		assertThat(row(study, goes).disposition()).isEqualTo(Disposition.OPEN);
		assertThat(this.evidence.ofStudy(study.id()).get(stays).themes()).containsExactly("Lunch");
		assertThat(this.evidence.ofStudy(study.id()).get(goes).themes()).containsExactly("Coaching");
	}

	@Test
	@DisplayName("I1 what was merged before moves along, and a merged idea is neither changed nor merged again")
	void mergedBeforeMovesAlong() {
		Ready ready = this.tests.ready(3, 3);
		Long studyId = ready.study().id();
		this.merging.merge(studyId, ready.ideas().get(1), Set.of(ready.ideas().get(0)));
		this.merging.merge(studyId, ready.ideas().get(2), Set.of(ready.ideas().get(1)));

		assertThat(row(ready.study(), ready.ideas().get(0)).mergedInto()).isEqualTo(ready.ideas().get(2));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.merging.merge(studyId, ready.ideas().get(0), Set.of(ready.ideas().get(2))))
			.withMessage("idea.merged.already");
		assertThat(this.mvc.post()
			.uri(ready.study().path("/ideas/" + ready.ideas().get(0) + "/scope"))
			.param("scope", "CLINIC")
			.param("decision", "HERE")
			.with(csrf())
			.with(ready.study().as(Role.LEAD))).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("I1 one idea alone, none that stays, or one of another study is no merge")
	void whatIsNoMerge() {
		Ready ready = this.tests.ready(3, 2);
		Long foreign = this.tests.ready(3, 1).ideas().get(0);
		Long own = ready.ideas().get(0);

		assertThat(merge(ready.study(), own, own)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Tick two ideas or more");
		assertThat(merge(ready.study(), null, own, ready.ideas().get(1))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("staying-error");
		assertThat(merge(ready.study(), own, own, foreign)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("SEC3 an idea of another study is not there, whether it was voted on or never was")
	void foreignVotesAreNotTold() {
		Ready ready = this.tests.ready(3, 2);
		Ready foreign = this.tests.ready(3, 3);
		Long own = ready.ideas().get(0);
		Long voted = foreign.ideas().get(0);
		this.tests.open(foreign, TestBallots.TWO_OF_MANY);

		assertThat(merge(ready.study(), own, own, voted)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(merge(ready.study(), own, own, Long.MAX_VALUE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("W3 no idea merges while a round is open, nor one that was voted on, nor is it taken apart")
	void nothingMergesUnderABallot() {
		Ready ready = this.tests.ready(3, 3);
		Long other = this.tests.idea(ready.study(), "Thought of later");
		Long another = this.tests.idea(ready.study(), "Much the same");
		Long studyId = ready.study().id();
		this.merging.merge(studyId, ready.ideas().get(0), Set.of(another));
		Open ballot = this.tests.open(ready, TestBallots.TWO_OF_MANY);

		assertThat(merge(ready.study(), ready.ideas().get(1), ready.ideas().get(1), other))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("A ballot is open");
		assertThat(apart(ready.study(), another)).hasStatus(HttpStatus.CONFLICT);
		this.station.close(studyId, ballot.id(), ballot.lead());

		assertThat(merge(ready.study(), other, other, ready.ideas().get(1))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("was put to the vote");
		assertThat(apart(ready.study(), another)).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("W3 merging against opening, in 15 rounds: one of the two is refused, never is a merged idea voted on")
	void mergingAgainstOpening() {
		for (int round = 0; round < 15; round++) {
			Ready ready = this.tests.ready(3, 3);
			Long studyId = ready.study().id();
			Long lead = ready.study().person(Role.LEAD).id();
			Long ballot = draft(ready);
			AtomicInteger turn = new AtomicInteger();

			List<Boolean> done = Crowd.of(2,
					() -> (turn.getAndIncrement() == 0) ? attempt(
							() -> this.merging.merge(studyId, ready.ideas().get(0), Set.of(ready.ideas().get(1))))
							: attempt(() -> this.ballots.open(studyId, ballot, lead)));

			assertThat(done).as("round %d", round).containsExactlyInAnyOrder(true, false);
			assertThat(mergedOnOpenBallots(studyId)).as("round %d", round).isZero();
		}
	}

	@Test
	@DisplayName("W3 control: who looks without the lock merges an idea that is being voted on")
	void withoutTheLockAMergedIdeaIsVotedOn() {
		Ready ready = this.tests.ready(3, 3);
		Long studyId = ready.study().id();
		Long ballot = draft(ready);

		this.transactions.executeWithoutResult((status) -> {
			assertThat(openBallots(studyId)).isZero();
			CompletableFuture.runAsync(() -> this.ballots.open(studyId, ballot, ready.study().person(Role.LEAD).id()))
				.join();
			this.jdbc.sql("update idea set merged_into = ? where id = ?")
				.params(ready.ideas().get(0), ready.ideas().get(1))
				.update();
		});

		assertThat(mergedOnOpenBallots(studyId)).isEqualTo(1);
	}

	private Long draft(Ready ready) {
		Set<Long> electors = Set.copyOf(ready.electors().stream().map((person) -> person.id()).toList());
		return this.ballots.prepare(ready.study().id(),
				new BallotPlan("Which ones?", TestBallots.TWO_OF_MANY, ready.ideas(), electors));
	}

	private static boolean attempt(Runnable action) {
		try {
			action.run();
			return true;
		}
		catch (RuleViolation ex) {
			assertThat(ex.messageKey()).isIn("idea.ballot.open", "idea.merge.voted", "ballot.option.merged");
			return false;
		}
	}

	private long openBallots(Long studyId) {
		return this.jdbc.sql("select count(*) from ballot where study_id = ? and stage = 'OPEN'")
			.param(studyId)
			.query(Long.class)
			.single();
	}

	private long mergedOnOpenBallots(Long studyId) {
		return this.jdbc.sql("""
				select count(*) from ballot_option o join ballot b on b.id = o.ballot_id join idea i on i.id = o.idea_id
				where b.study_id = ? and b.stage = 'OPEN' and i.merged_into is not null""")
			.param(studyId)
			.query(Long.class)
			.single();
	}

	private IdeaRow row(TestStudy study, Long id) {
		return this.lists.ofStudy(study.id()).stream().filter((idea) -> idea.id().equals(id)).findFirst().orElseThrow();
	}

	private void link(TestStudy study, Long idea, String name) {
		Long theme = this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, ?, 'DESIRE', 1) returning id",
				study.id(), name);
		this.jdbc.sql("insert into idea_theme values (?, ?)").params(idea, theme).update();
	}

	private MvcTestResult merge(TestStudy study, Long staying, Long... ideas) {
		String[] ids = List.of(ideas).stream().map(String::valueOf).toArray(String[]::new);
		return this.mvc.post()
			.uri(study.path("/ideas/merging"))
			.param("ideas", ids)
			.param("staying", (staying != null) ? staying.toString() : "")
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult apart(TestStudy study, Long idea) {
		return this.mvc.post()
			.uri(study.path("/ideas/" + idea + "/separation"))
			.with(csrf())
			.with(study.as(Role.LEAD))
			.exchange();
	}

}
