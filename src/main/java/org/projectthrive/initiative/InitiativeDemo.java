package org.projectthrive.initiative;

import java.util.List;

import org.projectthrive.initiative.Initiative.Commitment;
import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;
import tools.jackson.core.type.TypeReference;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the demo's winners have become: five initiatives, each with an owner among the
 * leaders.
 */
@Component
@Order(110)
class InitiativeDemo implements DemoPart {

	private final InitiativeService initiatives;

	InitiativeDemo(InitiativeService initiatives) {
		this.initiatives = initiatives;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs(DemoMode.LEAD);
		List<ChosenIdea> winners = this.initiatives.withoutOwner(demo.studyId());
		demo.yaml("initiatives.yaml", new TypeReference<List<Promise>>() {
		}).forEach((promise) -> {
			Long ideaId = demo.id("idea:" + promise.idea());
			String title = winners.stream()
				.filter((winner) -> winner.ideaId().equals(ideaId))
				.findFirst()
				.orElseThrow()
				.title();
			Commitment commitment = new Commitment(title, promise.aim(), promise.measure(),
					demo.id("member:" + promise.owner()), promise.sponsor(), "", promise.firstStep(),
					this.initiatives.today().plusDays(promise.firstStepInDays()));
			demo.put("initiative:" + promise.idea(),
					this.initiatives.promise(demo.studyId(), ideaId, commitment, demo.id("person:" + DemoMode.LEAD))
						.id());
		});
	}

	private record Promise(String idea, String aim, String measure, String owner, String sponsor, String firstStep,
			int firstStepInDays) {
	}

}
