package org.projectthrive.initiative;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 5 is complete when somebody has promised to start each winner. */
@Component
@Order(80)
class InitiativeStep implements Step {

	private static final String WINNERS = "select from ballot_option o where o.study_id = :study and o.outcome = 'CHOSEN'";

	@Override
	public StepName name() {
		return StepName.ACTION;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(new Criterion("initiative.owners",
				"exists (" + WINNERS + ") and not exists (" + WINNERS
						+ " and not exists (select from initiative i where i.idea_id = o.idea_id))",
				"/initiatives", Set.of(Role.LEAD)));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("initiatives", "/initiatives", Set.of(Role.LEAD, Role.ANALYST, Role.LEADER)));
	}

	@Override
	public List<Count> counts() {
		return List.of(new Count("initiatives", "select count(*) from initiative where study_id = :study"));
	}

}
