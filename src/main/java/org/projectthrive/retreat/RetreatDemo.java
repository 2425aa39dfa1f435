package org.projectthrive.retreat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.retreat.ballot.BallotPlan;
import org.projectthrive.retreat.ballot.BallotRule;
import org.projectthrive.retreat.ballot.BallotService;
import org.projectthrive.retreat.ballot.PollingStation;
import org.projectthrive.retreat.ballot.TieRule;
import org.projectthrive.retreat.idea.IdeaContent;
import org.projectthrive.retreat.idea.IdeaLists;
import org.projectthrive.retreat.idea.IdeaMerging;
import org.projectthrive.retreat.idea.IdeaRow;
import org.projectthrive.retreat.idea.IdeaService;
import org.projectthrive.retreat.idea.Origin;
import org.projectthrive.retreat.idea.Scope;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's ideas, its retreat two weeks ago, and the ballot by which twelve leaders
 * chose five.
 */
@Component
@Order(100)
class RetreatDemo implements DemoPart {

	private static final Duration AGO = Duration.ofDays(14);

	private final IdeaService ideas;

	private final IdeaMerging merging;

	private final IdeaLists lists;

	private final RetreatService retreats;

	private final BallotService ballots;

	private final PollingStation station;

	private final JdbcClient jdbc;

	private final Clock clock;

	RetreatDemo(IdeaService ideas, IdeaMerging merging, IdeaLists lists, RetreatService retreats, BallotService ballots,
			PollingStation station, JdbcClient jdbc, Clock clock) {
		this.ideas = ideas;
		this.merging = merging;
		this.lists = lists;
		this.retreats = retreats;
		this.ballots = ballots;
		this.station = station;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		Story story = demo.yaml("ideas.yaml", new TypeReference<>() {
		});
		story.ideas().forEach((told) -> demo.put("idea:" + told.key(), raise(demo, told)));
		demo.actAs(DemoMode.LEAD);
		story.ideas().forEach((told) -> place(demo, told));
		this.retreats.plan(demo.studyId(), "Half-day retreat", LocalDate.now(this.clock).minusDays(AGO.toDays()),
				"The old library, second floor", null);
		vote(demo, story.ballots());
	}

	private Long raise(DemoStudy demo, Told told) {
		String email = ((told.by() != null) ? told.by() : "analyst") + "@thrive.example";
		demo.actAs(email);
		IdeaContent content = new IdeaContent(told.title(), told.text(), ids(demo, "theme:", told.themes()),
				ids(demo, "finding:", told.findings()));
		return this.ideas.add(demo.studyId(), content, (told.by() != null) ? Origin.LEADER : Origin.FINDINGS,
				demo.id("person:" + email));
	}

	private void place(DemoStudy demo, Told told) {
		Long ideaId = demo.id("idea:" + told.key());
		if (told.scope() != null) {
			this.ideas.gate(demo.studyId(), ideaId, told.scope(), told.addressee() == null,
					(told.addressee() != null) ? told.addressee() : "");
		}
		if (told.into() != null) {
			this.merging.merge(demo.studyId(), demo.id("idea:" + told.into()), Set.of(ideaId));
		}
	}

	private void vote(DemoStudy demo, List<List<String>> choices) {
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
			.params(this.clock.instant().minus(AGO).minus(Duration.ofMinutes(12)).atOffset(ZoneOffset.UTC),
					this.clock.instant().minus(AGO).atOffset(ZoneOffset.UTC), ballotId)
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

	private static Set<Long> ids(DemoStudy demo, String kind, List<String> keys) {
		return keys.stream().map((key) -> kind + key).filter(demo::has).map(demo::id).collect(Collectors.toSet());
	}

	/** The file of the demo's ideas. */
	record Story(List<Told> ideas, List<List<String>> ballots) {
	}

	/**
	 * An idea of the file; {@code by} is a leader's account, {@code into} the idea into
	 * which it was merged.
	 */
	record Told(String key, String title, String text, @Nullable String by, List<String> themes, List<String> findings,
			@Nullable Scope scope, @Nullable String addressee, @Nullable String into) {
	}

}
