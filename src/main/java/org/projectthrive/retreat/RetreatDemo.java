package org.projectthrive.retreat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.retreat.idea.IdeaContent;
import org.projectthrive.retreat.idea.IdeaMerging;
import org.projectthrive.retreat.idea.IdeaService;
import org.projectthrive.retreat.idea.Origin;
import org.projectthrive.retreat.idea.Scope;

import org.springframework.core.annotation.Order;
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

	private final RetreatService retreats;

	private final BallotDemo ballots;

	private final Clock clock;

	RetreatDemo(IdeaService ideas, IdeaMerging merging, RetreatService retreats, BallotDemo ballots, Clock clock) {
		this.ideas = ideas;
		this.merging = merging;
		this.retreats = retreats;
		this.ballots = ballots;
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
		this.ballots.vote(demo, story.ballots(), this.clock.instant().minus(AGO));
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
