package org.projectthrive.retreat.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ballot.TestBallots.Open;
import org.projectthrive.retreat.ballot.TestBallots.Ready;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Many at once: the count must hold. */
@ThriveTest
class CastingTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private BallotService ballots;

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
	@DisplayName("V4 200 voters who all send twice at the same time are counted once each")
	void everybodyIsCountedOnce() throws Exception {
		Open ballot = this.tests.open(200, 5, TestBallots.TWO_OF_MANY);
		List<Callable<Boolean>> attempts = new ArrayList<>();
		for (int voter = 0; voter < 200; voter++) {
			Long person = ballot.elector(voter);
			Set<Long> one = Set.of(ballot.option(voter % 5));
			attempts.add(() -> cast(ballot, person, one));
			attempts.add(() -> cast(ballot, person, Set.of(ballot.option(0))));
		}

		List<Boolean> accepted = allAtOnce(attempts);
		this.station.close(ballot.study().id(), ballot.id(), ballot.lead());

		assertThat(accepted).hasSize(400).containsOnly(true);
		assertThat(this.tests.sealed(ballot)).isEqualTo(200);
		assertThat(this.tests.frozenTally(ballot)).isEqualTo(this.tests.recount(ballot));
		assertThat(this.tests.frozenTally(ballot).stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
	}

	@Test
	@DisplayName("V4 in 50 rounds of casting against closing the frozen tally equals the sealed and the accepted ballots")
	void castingAgainstClosing() throws Exception {
		Ready ready = this.tests.ready(8, 3);
		for (int round = 0; round < 50; round++) {
			Open ballot = this.tests.open(ready, TestBallots.TWO_OF_MANY);
			CountDownLatch somebodyIsThrough = new CountDownLatch(1 + round % 4);
			CountDownLatch closed = new CountDownLatch(1);
			List<Callable<Boolean>> attempts = new ArrayList<>();
			for (int voter = 0; voter < 7; voter++) {
				Long person = ballot.elector(voter);
				Set<Long> one = Set.of(ballot.option(voter % 3));
				attempts.add(() -> {
					boolean counted = cast(ballot, person, one);
					somebodyIsThrough.countDown();
					return counted;
				});
			}
			attempts.add(() -> {
				somebodyIsThrough.await();
				this.station.close(ballot.study().id(), ballot.id(), ballot.lead());
				closed.countDown();
				return false;
			});
			// however fast the seven are, one elector always comes too late
			attempts.add(() -> {
				closed.await();
				return cast(ballot, ballot.elector(7), Set.of(ballot.option(0)));
			});

			List<Boolean> answers = allAtOnce(attempts);
			long accepted = answers.stream().filter((counted) -> counted).count();

			assertThat(answers.get(8)).as("cast after the close, round %d", round).isFalse();
			assertThat(this.tests.sealed(ballot)).as("round %d", round).isEqualTo((int) accepted);
			assertThat(this.tests.frozenTally(ballot)).as("round %d", round).isEqualTo(this.tests.recount(ballot));
			assertThat(this.tests.frozenTally(ballot).stream().mapToLong(Integer::longValue).sum())
				.as("round %d", round)
				.isEqualTo(accepted);
		}
	}

	@Test
	@DisplayName("V4 control: without the locks one elector who sends twice is counted twice, and the close notices")
	void withoutLocksTheCountBreaks() throws Exception {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);
		CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
		Callable<Boolean> naive = () -> naiveCast(ballot, ballot.elector(0), bothHaveLooked);

		List<Boolean> accepted = allAtOnce(List.of(naive, naive));

		assertThat(accepted).containsExactly(true, true);
		assertThat(this.tests.inBox(ballot)).as("ballots of one elector").isEqualTo(2);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.station.close(ballot.study().id(), ballot.id(), ballot.lead()));
	}

	@Test
	@DisplayName("V4 control: without the locks a close overlooks the ballot that is just being cast")
	void withoutLocksTheTallyMisses() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);

		Integer counted = this.transactions.execute((status) -> {
			int now = this.tests.inBox(ballot);
			inAnotherThread(() -> naiveCast(ballot, ballot.elector(0), new CyclicBarrier(1)));
			return now;
		});

		assertThat(this.tests.inBox(ballot)).isEqualTo(1).isNotEqualTo(counted);
	}

	@Test
	@DisplayName("V4 a cast that waits too long for a close is asked to try again, and nothing is counted")
	void busyBallot() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);

		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from ballot where id = ? for update")
				.param(ballot.id())
				.query(Long.class)
				.single();
			assertThatExceptionOfType(RuleViolation.class)
				.isThrownBy(() -> inAnotherThread(() -> cast(ballot, ballot.elector(0), Set.of(ballot.option(0)))))
				.withMessage("ballot.busy");
		});

		assertThat(this.tests.inBox(ballot)).isZero();
	}

	@Test
	@DisplayName("V4 only electors cast, only for options of this ballot, and no more than the rule says")
	void whatIsRefused() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);
		Open other = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);
		Long studyId = ballot.study().id();

		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.station.cast(studyId, ballot.id(), other.elector(0), Set.of(ballot.option(0))));
		assertThatExceptionOfType(NotFound.class).isThrownBy(
				() -> this.station.cast(other.study().id(), ballot.id(), ballot.elector(0), Set.of(ballot.option(0))));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.station.cast(studyId, ballot.id(), ballot.elector(0), Set.of(other.option(0))))
			.withMessage("ballot.choice.unknown");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.station.cast(studyId, ballot.id(), ballot.elector(0), Set.copyOf(ballot.options())))
			.withMessage("ballot.choice.many");
		assertThat(this.tests.inBox(ballot)).isZero();
	}

	@Test
	@DisplayName("V4 a refused ballot does not use up the vote; a repeat after the close is still a thank-you")
	void refusalKeepsTheVote() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);
		Long studyId = ballot.study().id();
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.station.cast(studyId, ballot.id(), ballot.elector(0), Set.copyOf(ballot.options())));

		this.station.cast(studyId, ballot.id(), ballot.elector(0), Set.of(ballot.option(1)));
		this.station.close(studyId, ballot.id(), ballot.lead());
		this.station.cast(studyId, ballot.id(), ballot.elector(0), Set.of(ballot.option(2)));

		assertThat(this.tests.frozenTally(ballot)).containsExactly(0, 1, 0);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.station.cast(studyId, ballot.id(), ballot.elector(1), Set.of(ballot.option(2))))
			.withMessage("ballot.closed");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.station.close(studyId, ballot.id(), ballot.lead()))
			.withMessage("ballot.closed");
	}

	/** Whether the ballot was taken; false when it came after the close. */
	private boolean cast(Open ballot, Long person, Set<Long> approved) {
		try {
			this.station.cast(ballot.study().id(), ballot.id(), person, approved);
			return true;
		}
		catch (RuleViolation ex) {
			if (ex.messageKey().equals("ballot.closed")) {
				return false;
			}
			throw ex;
		}
	}

	/** As one would write it without thinking of the other tab: look, then act. */
	private boolean naiveCast(Open ballot, Long person, CyclicBarrier looked) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			boolean repeated = this.jdbc.sql("select has_cast from elector where ballot_id = ? and person_id = ?")
				.params(ballot.id(), person)
				.query(Boolean.class)
				.single();
			await(looked);
			if (repeated) {
				return false;
			}
			this.jdbc.sql("insert into ballot_box_" + ballot.id() + " (option_ids) values (?)")
				.param(new Long[] { ballot.option(0) })
				.update();
			this.jdbc.sql("update elector set has_cast = true where ballot_id = ? and person_id = ?")
				.params(ballot.id(), person)
				.update();
			return true;
		}));
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void inAnotherThread(Callable<Boolean> attempt) {
		try {
			allAtOnce(List.of(attempt));
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** All attempts start together, each in a thread of its own. */
	private static List<Boolean> allAtOnce(List<Callable<Boolean>> attempts) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(attempts.size());
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<Boolean>> running = attempts.stream().map((attempt) -> threads.submit(() -> {
				start.await();
				return attempt.call();
			})).toList();
			start.countDown();
			List<Boolean> answers = new ArrayList<>();
			for (Future<Boolean> one : running) {
				answers.add(one.get(60, TimeUnit.SECONDS));
			}
			return answers;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
