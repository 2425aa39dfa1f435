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

	/** It closes when each winner has an owner, or with a reason why not. */
	private static final String CLOSED = "select from retreat where study_id = :study and closed_at is not null";

	private static final Set<Role> LEAD = Set.of(Role.LEAD);

	@Override
	public StepName name() {
		return StepName.ACTION;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(new Criterion("initiative.owners",
				"exists (" + WINNERS + ") and (exists (" + CLOSED + ") or not exists (" + WINNERS
						+ " and not exists (select from initiative i join member m on m.id = i.owner_id "
						+ "where i.idea_id = o.idea_id and (m.removed_at is null or i.withdrawn_at is not null))))",
				"exists (" + WINNERS + ")", "/initiatives", LEAD),
				new Criterion("retreat.closed", "exists (" + CLOSED + ")", "exists (" + WINNERS + ")", "/retreat",
						LEAD));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("initiatives", "/initiatives", Set.of(Role.LEAD, Role.ANALYST, Role.LEADER)));
	}

	/** Whoever owns an initiative says how it stands when a review is due. */
	@Override
	public List<Errand> errands() {
		return List.of(new Errand("initiative.review",
				"""
						select '/initiatives/' || i.id || '/reviews/' || r.id from initiative_review r
						join initiative i on i.id = r.initiative_id and i.owner_id = :member and i.withdrawn_at is null
						where r.study_id = :study and r.status is null and r.due_on <= (cast(:now as timestamptz) at time zone 'UTC')::date
						order by r.due_on limit 1""",
				Set.of(Role.LEAD, Role.LEADER)));
	}

	@Override
	public List<Count> counts() {
		return List.of(new Count("initiatives", "select count(*) from initiative where study_id = :study"));
	}

}
