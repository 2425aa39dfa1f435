package org.projectthrive.retreat.ballot;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.retreat.ballot.TestBallots.Open;
import org.projectthrive.retreat.ballot.TestBallots.Ready;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with all of SQL, and somebody with all pages, try to learn who voted how. */
@ThriveTest
class SecrecyTests {

	private static final int VOTERS = 12;

	private static final int POLLS = 20;

	/** By luck one link a poll; five standard deviations above that. */
	private static final int LUCK = POLLS + (int) Math.round(5 * Math.sqrt(POLLS));

	@Autowired
	private TestStudies studies;

	@Autowired
	private BallotService ballots;

	@Autowired
	private PollingStation station;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	private TestBallots tests;

	@BeforeEach
	void prepare() {
		this.tests = new TestBallots(this.studies, this.ballots, this.jdbc);
	}

	@Test
	@DisplayName("V4 after the close no value, order, ctid or xmin links a ballot to its elector better than luck")
	void nothingLinksABallotToItsElector() {
		Ready ready = this.tests.ready(VOTERS, VOTERS);
		Random random = new Random(7);
		int linkedWhileOpen = 0;
		int[] linked = new int[6];
		for (int poll = 0; poll < POLLS; poll++) {
			Open ballot = this.tests.open(ready, TestBallots.TWO_OF_MANY);
			List<Integer> arrival = castInRandomOrder(ballot, random);
			linkedWhileOpen += linksByTransaction(ballot);

			this.station.close(ballot.study().id(), ballot.id(), ballot.lead());

			assertThat(transactionsOf(ballot)).as("transactions that wrote what is left").isEqualTo(1);
			int attack = 0;
			for (String ballotOrder : List.of("ctid", "id")) {
				List<Integer> voters = votersOfSealed(ballot, ballotOrder);
				linked[attack++] += matches(voters, arrival);
				linked[attack++] += matches(voters, votersOfElectors(ballot, "ctid"));
				linked[attack++] += matches(voters, votersOfElectors(ballot, "person_id"));
			}
		}

		assertThat(linkedWhileOpen).as("control: the same attack before the seal").isEqualTo(VOTERS * POLLS);
		assertThat(Arrays.stream(linked).max().orElseThrow()).as("the best of six attacks").isLessThanOrEqualTo(LUCK);
	}

	@Test
	@DisplayName("V4 what is left after the close has no column for a person or a time, and the box is gone")
	void nothingElseIsLeft() {
		Open ballot = this.tests.open(VOTERS, VOTERS, TestBallots.TWO_OF_MANY);
		castInRandomOrder(ballot, new Random(1));
		List<UUID> working = this.jdbc.sql("select id from ballot_box_" + ballot.id()).query(UUID.class).list();

		this.station.close(ballot.study().id(), ballot.id(), ballot.lead());

		assertThat(columns("sealed_ballot")).containsExactly("ballot_id", "id", "option_ids", "study_id");
		assertThat(columns("elector")).containsExactly("ballot_id", "has_cast", "person_id", "study_id");
		assertThat(columns("ballot_box_" + ballot.id())).isEmpty();
		List<UUID> sealed = this.jdbc.sql("select id from sealed_ballot where ballot_id = ?")
			.param(ballot.id())
			.query(UUID.class)
			.list();
		assertThat(sealed).hasSize(VOTERS).allMatch((id) -> id.version() == 4).doesNotContainAnyElementsOf(working);
		assertThat(
				this.jdbc.sql("select action from audit_event where study_id = ? and action like 'ballot%' order by id")
					.param(ballot.study().id())
					.query(String.class)
					.list())
			.containsExactly("ballot.prepared", "ballot.opened", "ballot.closed");
	}

	@Test
	@DisplayName("V5 while a ballot is open no page of any role depends on what was cast")
	void noPageTellsTotals() {
		Open ballot = this.tests.open(VOTERS, VOTERS, TestBallots.TWO_OF_MANY);
		for (int voter = 0; voter < 7; voter++) {
			this.station.cast(ballot.study().id(), ballot.id(), ballot.elector(voter), Set.of(ballot.option(0)));
		}
		List<String> before = pages(ballot);

		this.jdbc.sql("update ballot_box_" + ballot.id() + " set option_ids = ?")
			.param(new Long[] { ballot.option(3), ballot.option(4) })
			.update();

		assertThat(pages(ballot)).isEqualTo(before);
		assertThat(before).anyMatch((page) -> page.contains("7 of 12 have voted"));
		assertThat(page(ballot, "/retreat", ballot.electors().get(0))).doesNotContain("7 of 12");
	}

	@Test
	@DisplayName("V5 while a ballot is open its audit pack does not exist")
	void noAuditPackBeforeTheClose() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);

		for (String file : List.of("/ballots.csv", "/tally.csv")) {
			assertThat(this.mvc.get().uri(ballot.path(file)).with(ballot.study().as(Role.LEAD))).hasStatus(404);
		}
	}

	/**
	 * Voter n approves option n alone, so that the truth is known here. Answers in which
	 * order they came.
	 */
	private List<Integer> castInRandomOrder(Open ballot, Random random) {
		List<Integer> arrival = new ArrayList<>(Stream.iterate(0, (n) -> n + 1).limit(VOTERS).toList());
		Collections.shuffle(arrival, random);
		arrival.forEach((voter) -> this.station.cast(ballot.study().id(), ballot.id(), ballot.elector(voter),
				Set.of(ballot.option(voter))));
		return arrival;
	}

	private int linksByTransaction(Open ballot) {
		return (int) this.jdbc
			.sql("select b.option_ids[1], e.person_id from ballot_box_" + ballot.id()
					+ " b join elector e on e.xmin = b.xmin and e.ballot_id = ?")
			.param(ballot.id())
			.query((row, line) -> ballot.options().indexOf(row.getLong(1)) == indexOf(ballot, row.getLong(2)))
			.list()
			.stream()
			.filter((correct) -> correct)
			.count();
	}

	private int transactionsOf(Open ballot) {
		return this.jdbc.sql("""
				select count(distinct x) from (select xmin::text as x from elector where ballot_id = ?
				union all select xmin::text from sealed_ballot where ballot_id = ?) rows""")
			.params(ballot.id(), ballot.id())
			.query(Integer.class)
			.single();
	}

	private List<Integer> votersOfSealed(Open ballot, String order) {
		return this.jdbc.sql("select option_ids[1] from sealed_ballot where ballot_id = ? order by " + order)
			.param(ballot.id())
			.query((row, line) -> ballot.options().indexOf(row.getLong(1)))
			.list();
	}

	private List<Integer> votersOfElectors(Open ballot, String order) {
		return this.jdbc.sql("select person_id from elector where ballot_id = ? order by " + order)
			.param(ballot.id())
			.query((row, line) -> indexOf(ballot, row.getLong(1)))
			.list();
	}

	private static int indexOf(Open ballot, Long personId) {
		return ballot.electors().stream().map(TestPerson::id).toList().indexOf(personId);
	}

	private static int matches(List<Integer> some, List<Integer> others) {
		assertThat(some).hasSameSizeAs(others);
		return (int) Stream.iterate(0, (n) -> n + 1)
			.limit(some.size())
			.filter((place) -> some.get(place).equals(others.get(place)))
			.count();
	}

	private List<String> columns(String table) {
		return this.jdbc
			.sql("select column_name from information_schema.columns where table_name = ? order by column_name")
			.param(table)
			.query(String.class)
			.list();
	}

	private List<String> pages(Open ballot) {
		List<TestPerson> everybody = List.of(ballot.study().person(Role.LEAD), ballot.study().person(Role.ANALYST),
				ballot.study().person(Role.FACILITATOR), ballot.study().person(Role.LEADER), ballot.electors().get(0),
				ballot.electors().get(11));
		return everybody.stream()
			.flatMap((person) -> Stream
				.of("", "/ideas", "/retreat", "/ballots/" + ballot.id(), "/ballots/" + ballot.id() + "/ballots.csv",
						"/ballots/" + ballot.id() + "/tally.csv", "/audit")
				.map((path) -> page(ballot, path, person)))
			.toList();
	}

	/** Without what differs from load to load: tokens, and the order of the options. */
	private String page(Open ballot, String path, TestPerson person) {
		try {
			String html = this.mvc.get()
				.uri(ballot.study().path(path))
				.with(person.signedIn())
				.exchange()
				.getResponse()
				.getContentAsString();
			return html.replaceAll("(name=\"(_csrf|seed|csrf-token)\"[^>]*)", "")
				.lines()
				.map(String::strip)
				.sorted()
				.reduce("", (page, line) -> page + line + "\n");
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
