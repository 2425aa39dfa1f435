package org.projectthrive.retreat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.retreat.ballot.BallotPlan;
import org.projectthrive.retreat.ballot.BallotRule;
import org.projectthrive.retreat.ballot.BallotService;
import org.projectthrive.retreat.ballot.PollingStation;
import org.projectthrive.retreat.ballot.TieRule;
import org.projectthrive.retreat.idea.IdeaLists;
import org.projectthrive.retreat.idea.IdeaRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ballot of the demo's retreat. */
@Component
class BallotDemo {

	private final IdeaLists lists;

	private final BallotService ballots;

	private final PollingStation station;

	private final JdbcClient jdbc;

	BallotDemo(IdeaLists lists, BallotService ballots, PollingStation station, JdbcClient jdbc) {
		this.lists = lists;
		this.ballots = ballots;
		this.station = station;
		this.jdbc = jdbc;
	}

	/** How the leaders voted, each of them one after the other. */
	void vote(DemoStudy demo, List<List<String>> choices, Instant closed) {
		Long studyId = demo.studyId();
		Long lead = demo.id("person:" + DemoMode.LEAD);
		List<Long> leaders = DemoMode.leaders().stream().map((email) -> demo.id("person:" + email)).toList();
		List<Long> inScope = this.lists.toVoteOn(studyId).stream().map(IdeaRow::id).toList();
		Long ballotId = this.ballots.prepare(studyId, new BallotPlan("Which five do we start?",
				new BallotRule(5, 5, 7, TieRule.RUN_OFF), inScope, Set.copyOf(leaders)));
		demo.put("ballot", ballotId);
		this.ballots.open(studyId, ballotId, lead);
		Iterator<List<String>> choice = choices.iterator();
		leaders.forEach((leader) -> this.station.cast(studyId, ballotId, leader, options(demo, choice.next())));
		this.station.close(studyId, ballotId, lead);
		this.jdbc.sql("update ballot set opened_at = ?, closed_at = ? where id = ?")
			.params(closed.minus(Duration.ofMinutes(12)).atOffset(ZoneOffset.UTC), closed.atOffset(ZoneOffset.UTC),
					ballotId)
			.update();
	}

	private Set<Long> options(DemoStudy demo, List<String> keys) {
		return keys.stream()
			.map((key) -> this.jdbc.sql("select id from ballot_option where ballot_id = ? and idea_id = ?")
				.params(demo.id("ballot"), demo.id("idea:" + key))
				.query(Long.class)
				.single())
			.collect(Collectors.toSet());
	}

}
