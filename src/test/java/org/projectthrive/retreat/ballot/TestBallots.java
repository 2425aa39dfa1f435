package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes ballots for tests: a study with a retreat, leaders, and ideas in scope. */
final class TestBallots {

	/** Approve up to two, two are chosen, counted whatever the turnout. */
	static final BallotRule TWO_OF_MANY = new BallotRule(2, 2, 0, TieRule.RUN_OFF);

	private final TestStudies studies;

	private final BallotService ballots;

	private final JdbcClient jdbc;

	TestBallots(TestStudies studies, BallotService ballots, JdbcClient jdbc) {
		this.studies = studies;
		this.ballots = ballots;
		this.jdbc = jdbc;
	}

	/** A study that is ready for a ballot. */
	Ready ready(int electors, int ideas) {
		TestStudy study = this.studies.fresh();
		this.studies.insert(
				"insert into retreat (study_id, title, held_on) values (?, 'Retreat', '2026-10-01') returning id",
				study.id());
		List<TestPerson> people = IntStream.rangeClosed(1, electors).mapToObj((n) -> {
			TestPerson leader = this.studies.person("elector" + n);
			this.studies.member(study.id(), leader, Role.LEADER);
			return leader;
		}).toList();
		List<Long> inScope = IntStream.rangeClosed(1, ideas).mapToObj((n) -> idea(study, "Idea number " + n)).toList();
		return new Ready(study, people, inScope);
	}

	Long idea(TestStudy study, String title) {
		return this.studies.insert("""
				insert into idea (study_id, title, origin, scope, in_scope, proposed_by, proposed_at)
				values (?, ?, 'FINDINGS', 'CLINIC', true, ?, now()) returning id""", study.id(), title,
				study.person(Role.LEAD).id());
	}

	Open open(int electors, int ideas, BallotRule rule) {
		return open(ready(electors, ideas), rule);
	}

	Open open(Ready ready, BallotRule rule) {
		Long studyId = ready.study().id();
		Set<Long> electors = ready.electors().stream().map(TestPerson::id).collect(Collectors.toSet());
		Long id = this.ballots.prepare(studyId, new BallotPlan("Which ones?", rule, ready.ideas(), electors));
		this.ballots.open(studyId, id, ready.study().person(Role.LEAD).id());
		List<Long> options = this.ballots.options(studyId, id).stream().map(BallotOption::id).toList();
		return new Open(ready.study(), id, ready.electors(), options);
	}

	/**
	 * How many ballots approve each option, counted by the database from what was sealed.
	 */
	List<Integer> recount(Open ballot) {
		return this.jdbc.sql("""
				select count(s.id)::int from ballot_option o
				left join sealed_ballot s on s.ballot_id = o.ballot_id and o.id = any(s.option_ids)
				where o.ballot_id = ? group by o.id order by o.position""")
			.param(ballot.id())
			.query(Integer.class)
			.list();
	}

	List<Integer> frozenTally(Open ballot) {
		return this.ballots.options(ballot.study().id(), ballot.id()).stream().map(BallotOption::approvals).toList();
	}

	List<Outcome> outcomes(Open ballot) {
		return this.ballots.options(ballot.study().id(), ballot.id()).stream().map(BallotOption::outcome).toList();
	}

	int sealed(Open ballot) {
		return this.jdbc.sql("select count(*) from sealed_ballot where ballot_id = ?")
			.param(ballot.id())
			.query(Integer.class)
			.single();
	}

	int inBox(Open ballot) {
		return this.jdbc.sql("select count(*) from ballot_box_" + ballot.id()).query(Integer.class).single();
	}

	/** A study with leaders and ideas in scope. */
	record Ready(TestStudy study, List<TestPerson> electors, List<Long> ideas) {
	}

	/** An open ballot. */
	record Open(TestStudy study, Long id, List<TestPerson> electors, List<Long> options) {

		Long elector(int index) {
			return this.electors.get(index).id();
		}

		Long option(int index) {
			return this.options.get(index);
		}

		Long lead() {
			return this.study.person(Role.LEAD).id();
		}

		String path(String path) {
			return this.study.path("/ballots/" + this.id + path);
		}

	}

}
