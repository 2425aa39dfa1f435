package org.projectthrive.retreat.ballot;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ballot.TestBallots.Open;
import org.projectthrive.retreat.ballot.TestBallots.Ready;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class BallotPageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private BallotService ballots;

	@Autowired
	private PollingStation station;

	@Autowired
	private ProgressService progress;

	@Autowired
	private JdbcClient jdbc;

	private TestBallots tests;

	@BeforeEach
	void prepare() {
		this.tests = new TestBallots(this.studies, this.ballots, this.jdbc);
	}

	@Test
	@DisplayName("W3 no ballot opens without options, nor with too few electors, and the rule is said in words")
	void noBallotWithoutOptions() {
		Ready ready = this.tests.ready(3, 2);
		MockMvcRequestBuilder bare = prepareBallot(ready.study()).param("electors", ids(ready.electors()));
		String draft = String.valueOf(bare.exchange().getResponse().getRedirectedUrl());
		assertThat(open(ready.study(), draft)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("A ballot cannot open without options");

		change(ready, draft).param("ideas", texts(ready.ideas()))
			.param("electors", ids(ready.electors().subList(0, 2)))
			.exchange();
		assertThat(open(ready.study(), draft)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("needs 3 electors");

		change(ready, draft).param("ideas", texts(ready.ideas())).param("electors", ids(ready.electors())).exchange();
		assertThat(open(ready.study(), draft)).hasRedirectedUrl(ready.study().path("/retreat"));
	}

	@Test
	@DisplayName("V3 rule, words, options and electors are frozen when a ballot opens")
	void frozenWhenOpen() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);
		TestStudy study = ballot.study();
		Long idea = this.jdbc.sql("select min(id) from idea where study_id = ?")
			.param(study.id())
			.query(Long.class)
			.single();

		assertThat(change(study, ballot.path("/draft"))).hasStatus(HttpStatus.CONFLICT);
		assertThat(post(study, ballot.path("/removal"), Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
		assertThat(post(study, ballot.path("/opening"), Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
		assertThat(post(study, study.path("/ideas/" + idea), Role.LEAD).param("title", "Other words")
			.param("version", "0")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Ideas stand still");
		assertThat(post(study, study.path("/ideas/" + idea + "/scope"), Role.LEAD).param("scope", "UNIT")
			.param("decision", "HERE")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("W3 one ballot is open at a time")
	void oneOpenBallot() {
		Ready ready = this.tests.ready(3, 3);
		this.tests.open(ready, TestBallots.TWO_OF_MANY);

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.tests.open(ready, TestBallots.TWO_OF_MANY))
			.withMessage("ballot.another.open");
	}

	@Test
	@DisplayName("I2 an idea that is out of scope reaches no ballot, not even when it leaves the scope after it was drafted")
	void outOfScopeStaysOut() {
		Ready ready = this.tests.ready(3, 3);
		String draft = String.valueOf(prepareBallot(ready.study()).param("ideas", texts(ready.ideas()))
			.param("electors", ids(ready.electors()))
			.exchange()
			.getResponse()
			.getRedirectedUrl());
		this.jdbc.sql("update idea set in_scope = false, addressee = 'The board' where id = ?")
			.param(ready.ideas().get(0))
			.update();

		assertThat(open(ready.study(), draft)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("not in scope");
		assertThat(prepareBallot(ready.study()).param("ideas", texts(ready.ideas()))).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("V3 an invalid rule is refused beside its field, with what was entered")
	void invalidRule() {
		Ready ready = this.tests.ready(3, 3);

		assertThat(post(ready.study(), ready.study().path("/ballots"), Role.LEAD).param("title", "")
			.param("mostApprovals", "0")
			.param("winners", "21")
			.param("quorum", "1")
			.param("tieRule", "INCLUDE_ALL")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("title-error", "mostApprovals-error", "winners-error", "quorum-error", "value=\"21\"");
		assertThat(post(ready.study(), ready.study().path("/ballots"), Role.LEAD).param("winners", "many"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("winners-error", "This is not a valid value.");
	}

	@Test
	@DisplayName("V3 a quorum that the electors cannot reach is refused beside its field")
	void quorumBeyondElectors() {
		Ready ready = this.tests.ready(3, 3);

		assertThat(prepareBallot(ready.study()).param("electors", ids(ready.electors()))
			.param("ideas", texts(ready.ideas()))
			.with((request) -> {
				request.setParameter("quorum", "4");
				return request;
			})).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("quorum-error", "The quorum of 4 cannot be reached by 3 electors.", "value=\"4\"");
	}

	@Test
	@DisplayName("W3 what keeps a ballot from being prepared is said before anything is typed")
	void hindranceIsSaidFirst() {
		TestStudy bare = this.studies.fresh();
		assertThat(newBallot(bare)).bodyText().contains("Plan the retreat first").doesNotContain("Save draft");

		TestStudy lonely = this.tests.ready(1, 1).study();
		assertThat(newBallot(lonely)).bodyText().contains("the team has 2 leaders", "Save draft");

		TestStudy ready = this.tests.ready(3, 3).study();
		assertThat(newBallot(ready)).bodyText().contains("Save draft").doesNotContain("the team has");
		this.jdbc.sql("update retreat set closed_at = now(), closed_by = ? where study_id = ?")
			.params(ready.person(Role.LEAD).id(), ready.id())
			.update();
		assertThat(newBallot(ready)).bodyText().contains("The retreat is closed").doesNotContain("Save draft");
	}

	@Test
	@DisplayName("V4 a leader chooses, reviews, casts and is thanked; a second cast is thanked just the same")
	void chooseReviewCast() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		TestPerson elector = ballot.electors().get(0);
		assertThat(get(ballot, elector, "")).bodyText()
			.contains("Idea number 1", "Who can see what", "Approve up to 2");

		assertThat(post(ballot, elector, "/review", ballot.option(2))).hasStatusOk()
			.bodyText()
			.contains("Idea number 3", "Cast ballot")
			.doesNotContain("Idea number 1");
		assertThat(post(ballot, elector, "/review", ballot.option(2)).param("again", "again")).hasStatusOk()
			.bodyText()
			.contains("Idea number 1", "value=\"" + ballot.option(2) + "\" checked");
		assertThat(this.tests.inBox(ballot)).isZero();
		assertThat(post(ballot, elector, "/vote", ballot.option(2))).hasRedirectedUrl(ballot.path(""));
		assertThat(post(ballot, elector, "/vote", ballot.option(1))).hasRedirectedUrl(ballot.path(""));

		assertThat(get(ballot, elector, "")).hasStatusOk()
			.bodyText()
			.contains("Thank you")
			.doesNotContain("Idea number");
		assertThat(this.tests.inBox(ballot)).isEqualTo(1);
	}

	@Test
	@DisplayName("V3 more than the rule allows, nothing at all, and a foreign option are 422 on the same page")
	void refusedChoices() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		Open other = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		TestPerson elector = ballot.electors().get(0);

		for (String page : List.of("/review", "/vote")) {
			assertThat(post(ballot, elector, page, ballot.option(0), ballot.option(1), ballot.option(2)))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("Approve 2 at most.", "Idea number 4");
			assertThat(post(ballot, elector, page)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			assertThat(post(ballot, elector, page, other.option(0))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(this.tests.inBox(ballot)).isZero();
	}

	@Test
	@DisplayName("V4 who is no elector finds no ballot, and who is no leader is refused")
	void onlyElectors() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		TestPerson outsider = ballot.study().person(Role.LEADER);

		assertThat(get(ballot, outsider, "")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(ballot, outsider, "/review", ballot.option(0))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(ballot, outsider, "/vote", ballot.option(0))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(ballot, ballot.study().person(Role.ANALYST), "")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(ballot, this.studies.person("stranger"), "")).hasStatus(HttpStatus.NOT_FOUND);
		for (String path : List.of("/opening", "/closing", "/removal", "/run-off", "/draft")) {
			assertThat(post(ballot, ballot.electors().get(0), path)).hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	@DisplayName("V4 a draft is the lead's alone, and a ballot of another study does not exist")
	void draftsAndForeignBallots() {
		Ready ready = this.tests.ready(3, 3);
		Long draft = this.ballots.prepare(ready.study().id(),
				new BallotPlan("Draft", TestBallots.TWO_OF_MANY, ready.ideas(), Set.of(ready.electors().get(0).id())));
		Open other = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);

		assertThat(this.mvc.get().uri(ready.study().path("/ballots/" + draft)).with(ready.electors().get(0).signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
		for (String path : List.of("/closing", "/opening", "/removal", "/run-off")) {
			assertThat(post(ready.study(), ready.study().path("/ballots/" + other.id() + path), Role.LEAD))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	@DisplayName("V5 an open ballot stands at the top of the retreat; the lead sees the turnout, leaders do not")
	void openBallotOnTheRetreat() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		this.station.cast(ballot.study().id(), ballot.id(), ballot.elector(0), Set.of(ballot.option(0)));

		assertThat(retreat(ballot, ballot.study().person(Role.LEAD))).bodyText()
			.contains("1 of 3 have voted", "Close and count");
		assertThat(retreat(ballot, ballot.electors().get(0))).bodyText()
			.contains("You have voted.")
			.doesNotContain("of 3 have voted", "Cast your vote");
		assertThat(retreat(ballot, ballot.electors().get(1))).bodyText().contains("Cast your vote");
	}

	@Test
	@DisplayName("W1 while a ballot is open, voting is the next thing for each elector who has not voted")
	void votingIsNext() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		this.station.cast(ballot.study().id(), ballot.id(), ballot.elector(0), Set.of(ballot.option(0)));

		assertThat(studyPage(ballot, ballot.electors().get(0))).bodyText().doesNotContain("Cast your vote");
		assertThat(studyPage(ballot, ballot.electors().get(1))).bodyText()
			.contains("Next for you", "Cast your vote", "href=\"" + ballot.path("") + "\"");
	}

	@Test
	@DisplayName("V4 a ballot cast after the close is refused in words")
	void tooLate() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		assertThat(post(ballot.study(), ballot.path("/closing"), Role.LEAD)).hasRedirectedUrl(ballot.path(""));

		assertThat(post(ballot, ballot.electors().get(0), "/vote", ballot.option(0))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("This ballot is closed");
		assertThat(post(ballot, ballot.electors().get(0), "/review", ballot.option(0))).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("V5 the audit pack is recounted by adding its columns, and carries the SHA-256 of the ballots")
	void auditPack() throws UnsupportedEncodingException {
		Ready ready = this.tests.ready(4, 3);
		this.jdbc.sql("update idea set title = '=cmd|1, \"quoted\"' where id = ?").param(ready.ideas().get(0)).update();
		Open ballot = this.tests.open(ready, TestBallots.TWO_OF_MANY);
		cast(ballot, Set.of(0, 1), Set.of(1), Set.of(1, 2), Set.of(0));

		String pack = csv(ballot, "/ballots.csv");
		List<List<String>> rows = pack.lines().skip(1).map((line) -> List.of(line.split(",", -1))).toList();

		assertThat(pack).startsWith("\uFEFF\"Ballot\",\"'=cmd|1, \"\"quoted\"\"\"");
		assertThat(rows).hasSize(4);
		for (int option = 0; option < 3; option++) {
			int column = option + 1;
			assertThat(rows.stream().filter((row) -> row.get(column).equals("\"1\"")).count())
				.isEqualTo((long) this.tests.frozenTally(ballot).get(option));
		}
		assertThat(csv(ballot, "/tally.csv")).contains(AuditPack.digest(pack), "\"Ballots cast\",\"4\"");
		assertThat(get(ballot, ballot.electors().get(3), "")).bodyText()
			.contains(AuditPack.digest(pack), "the tally holds");
	}

	@Test
	@DisplayName("V5 the result page tells when the sealed ballots were changed afterwards")
	void tamperingShows() {
		Open ballot = this.tests.open(3, 3, TestBallots.TWO_OF_MANY);
		cast(ballot, Set.of(0), Set.of(0), Set.of(1));
		this.jdbc.sql("update sealed_ballot set option_ids = ? where ballot_id = ?")
			.param(new Long[] { ballot.option(2) })
			.param(ballot.id())
			.update();

		assertThat(get(ballot, ballot.electors().get(0), "")).bodyText().contains("do NOT give this tally");
	}

	@Test
	@DisplayName("V6 a tie at the cut line is explained, and a run-off among the tied decides the places that remain")
	void runOff() {
		Open ballot = this.tests.open(3, 4, TestBallots.TWO_OF_MANY);
		cast(ballot, Set.of(0, 1), Set.of(0, 2), Set.of(0));
		assertThat(this.tests.outcomes(ballot)).containsExactly(Outcome.CHOSEN, Outcome.TIED, Outcome.TIED,
				Outcome.NOT_CHOSEN);
		assertThat(get(ballot, ballot.study().person(Role.LEAD), "")).bodyText()
			.contains("2 ideas tied at the cut line with one approval each, and one place remains", "Open run-off");
		assertThat(get(ballot, ballot.electors().get(0), "")).bodyText().doesNotContain("Open run-off");

		assertThat(post(ballot.study(), ballot.path("/run-off"), Role.LEAD).param("tieRule", "INCLUDE_ALL"))
			.hasStatus3xxRedirection();
		assertThat(post(ballot.study(), ballot.path("/run-off"), Role.LEAD)).hasStatus(HttpStatus.CONFLICT);

		Open second = runOffOf(ballot);
		assertThat(this.ballots.get(ballot.study().id(), second.id()).rule())
			.isEqualTo(new BallotRule(1, 1, 0, TieRule.INCLUDE_ALL));
		assertThat(this.ballots.options(ballot.study().id(), second.id())).extracting(BallotOption::wording)
			.containsExactly("Idea number 2", "Idea number 3");
		cast(second, Set.of(0), Set.of(0), Set.of(1));
		assertThat(this.tests.outcomes(second)).containsExactly(Outcome.CHOSEN, Outcome.NOT_CHOSEN);
		assertThat(retreat(ballot, ballot.electors().get(0))).bodyText()
			.contains("Idea number 1", "Idea number 2")
			.doesNotContain("Idea number 3");
	}

	@Test
	@DisplayName("V6 include all: all tied are chosen, and the page says why there are more than planned")
	void includeAll() {
		Open ballot = this.tests.open(3, 4, new BallotRule(2, 2, 0, TieRule.INCLUDE_ALL));
		cast(ballot, Set.of(0, 1), Set.of(0, 2), Set.of(0));

		assertThat(this.tests.outcomes(ballot)).containsExactly(Outcome.CHOSEN, Outcome.CHOSEN, Outcome.CHOSEN,
				Outcome.NOT_CHOSEN);
		assertThat(get(ballot, ballot.study().person(Role.LEAD), "")).bodyText()
			.contains("2 ideas tied at the cut line", "3 winners instead of 2")
			.doesNotContain("Open run-off");
		assertThat(post(ballot.study(), ballot.path("/run-off"), Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("V5 below the quorum nothing is counted and no ballot is kept")
	void belowTheQuorum() {
		Open ballot = this.tests.open(4, 3, new BallotRule(2, 2, 3, TieRule.RUN_OFF));
		cast(ballot, Set.of(0), Set.of(1));

		assertThat(this.tests.sealed(ballot)).isZero();
		assertThat(this.tests.frozenTally(ballot)).containsOnlyNulls();
		assertThat(get(ballot, ballot.electors().get(0), "")).hasStatusOk()
			.bodyText()
			.contains("The quorum was missed: 2 of 4");
		assertThat(get(ballot, ballot.electors().get(0), "/ballots.csv")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("V8 on the ballot each option shows the evidence that it had when the ballot opened")
	void evidenceOnTheBallot() {
		Ready ready = this.tests.ready(3, 2);
		Long lead = ready.study().person(Role.LEAD).id();
		Long finding = this.studies.insert("""
				insert into finding (study_id, statement, written_by, written_at, released_by, released_at)
				values (?, 'Messages follow people home.', ?, now(), ?, now()) returning id""", ready.study().id(),
				lead, lead);
		this.jdbc.sql("insert into idea_finding values (?, ?)").params(ready.ideas().get(0), finding).update();
		Open ballot = this.tests.open(ready, TestBallots.TWO_OF_MANY);
		this.jdbc.sql("update finding set statement = 'Rewritten' where id = ?").param(finding).update();

		assertThat(get(ballot, ballot.electors().get(0), "")).bodyText()
			.contains("Messages follow people home.")
			.doesNotContain("Rewritten");
	}

	@Test
	@DisplayName("V4 whoever has left the team since the draft does not vote")
	void leaversDoNotVote() {
		Ready ready = this.tests.ready(4, 3);
		Long draft = this.ballots.prepare(ready.study().id(), new BallotPlan("Which?", TestBallots.TWO_OF_MANY,
				ready.ideas(), Set.copyOf(ready.electors().stream().map(TestPerson::id).toList())));
		this.jdbc.sql("update member set removed_at = now() where study_id = ? and person_id = ?")
			.params(ready.study().id(), ready.electors().get(0).id())
			.update();

		this.ballots.open(ready.study().id(), draft, ready.study().person(Role.LEAD).id());

		assertThat(this.ballots.electors(ready.study().id(), draft)).hasSize(3)
			.doesNotContain(ready.electors().get(0).id());
	}

	@Test
	@DisplayName("W2 the step's criteria follow: every idea gated, and a ballot with winners")
	void criteria() {
		Ready ready = this.tests.ready(3, 3);
		assertThat(met(ready.study(), "retreat.ideas")).isTrue();
		assertThat(met(ready.study(), "retreat.chosen")).isFalse();

		Open ballot = this.tests.open(ready, TestBallots.TWO_OF_MANY);
		cast(ballot, Set.of(0), Set.of(0, 1), Set.of(1));
		this.studies.insert(
				"insert into idea (study_id, title, origin, proposed_by, proposed_at) values (?, 'New', 'LEADER', ?, now()) returning id",
				ready.study().id(), ready.electors().get(0).id());

		assertThat(met(ready.study(), "retreat.ideas")).isFalse();
		assertThat(met(ready.study(), "retreat.chosen")).isTrue();
		assertThat(post(ready.study(), ready.study().path("/ideas/" + ready.ideas().get(0)), Role.LEAD)
			.param("title", "Other words")
			.param("version", "0")).as("a chosen idea stays as it was voted on").hasStatus(HttpStatus.CONFLICT);
	}

	private boolean met(TestStudy study, String key) {
		return this.progress.of(study.id())
			.step(StepName.ACTION)
			.criteria()
			.stream()
			.filter((criterion) -> criterion.key().equals(key))
			.allMatch(CriterionProgress::met);
	}

	/**
	 * The electors approve, by the options' indexes, one after the other; then the ballot
	 * is closed.
	 */
	@SafeVarargs
	private void cast(Open ballot, Set<Integer>... approvals) {
		for (int elector = 0; elector < approvals.length; elector++) {
			this.station.cast(ballot.study().id(), ballot.id(), ballot.elector(elector),
					Set.copyOf(approvals[elector].stream().map(ballot::option).toList()));
		}
		this.station.close(ballot.study().id(), ballot.id(), ballot.lead());
	}

	private Open runOffOf(Open ballot) {
		Long id = this.jdbc.sql("select id from ballot where run_off_of = ?")
			.param(ballot.id())
			.query(Long.class)
			.single();
		List<Long> options = this.ballots.options(ballot.study().id(), id).stream().map(BallotOption::id).toList();
		return new Open(ballot.study(), id, ballot.electors(), options);
	}

	private String csv(Open ballot, String file) throws UnsupportedEncodingException {
		return get(ballot, ballot.electors().get(0), file).exchange()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private MockMvcRequestBuilder studyPage(Open ballot, TestPerson person) {
		return this.mvc.get().uri(ballot.study().path("")).with(person.signedIn());
	}

	private MockMvcRequestBuilder newBallot(TestStudy study) {
		return this.mvc.get().uri(study.path("/ballots/new")).with(study.as(Role.LEAD));
	}

	private MockMvcRequestBuilder prepareBallot(TestStudy study) {
		return change(study, study.path("/ballots"));
	}

	private MockMvcRequestBuilder change(Ready ready, String draft) {
		return change(ready.study(), draft);
	}

	private MockMvcRequestBuilder change(TestStudy study, String address) {
		return post(study, address, Role.LEAD).param("title", "Which?")
			.param("mostApprovals", "2")
			.param("winners", "2")
			.param("quorum", "2")
			.param("tieRule", "RUN_OFF");
	}

	private MockMvcRequestBuilder open(TestStudy study, String draft) {
		return post(study, draft.replace("/draft", "/opening"), Role.LEAD);
	}

	private MockMvcRequestBuilder post(TestStudy study, String address, Role role) {
		return this.mvc.post().uri(address).with(csrf()).with(study.as(role));
	}

	private MockMvcRequestBuilder post(Open ballot, TestPerson person, String path, Long... approved) {
		return this.mvc.post()
			.uri(ballot.path(path))
			.param("approved", texts(List.of(approved)))
			.param("seed", "7")
			.with(csrf())
			.with(person.signedIn());
	}

	private MockMvcRequestBuilder get(Open ballot, TestPerson person, String path) {
		return this.mvc.get().uri(ballot.path(path)).with(person.signedIn());
	}

	private MockMvcRequestBuilder retreat(Open ballot, TestPerson person) {
		return this.mvc.get().uri(ballot.study().path("/retreat")).with(person.signedIn());
	}

	private static String[] ids(List<TestPerson> people) {
		return texts(people.stream().map(TestPerson::id).toList());
	}

	private static String[] texts(List<Long> ids) {
		return ids.stream().map(String::valueOf).toArray(String[]::new);
	}

}
