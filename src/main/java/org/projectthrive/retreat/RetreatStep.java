package org.projectthrive.retreat;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Step 5 begins with ideas, each with a scope, and a ballot that has chosen among them.
 */
@Component
@Order(70)
class RetreatStep implements Step {

	private static final Set<Role> LEAD = Set.of(Role.LEAD);

	@Override
	public StepName name() {
		return StepName.ACTION;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(new Criterion("retreat.ideas",
				"exists (select from idea where study_id = :study and in_scope and merged_into is null) "
						+ "and not exists (select from idea where study_id = :study and scope is null and merged_into is null)",
				"/ideas", LEAD),
				new Criterion("retreat.chosen",
						"exists (select from ballot b join ballot_option o on o.ballot_id = b.id "
								+ "where b.study_id = :study and b.stage = 'CLOSED' and o.outcome = 'CHOSEN')",
						"/retreat", LEAD));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("ideas", "/ideas", Set.of(Role.LEAD, Role.ANALYST, Role.LEADER)),
				new Page("retreat", "/retreat", Set.of(Role.LEAD, Role.LEADER), Set.of("/ballots")));
	}

	/** Whoever may vote is asked to, as long as the ballot is open. */
	@Override
	public List<Errand> errands() {
		return List.of(new Errand("ballot.vote", """
				select '/ballots/' || b.id from ballot b
				join elector e on e.ballot_id = b.id and e.person_id = :person and not e.has_cast
				where b.study_id = :study and b.stage = 'OPEN' order by b.id limit 1""", Set.of(Role.LEADER)));
	}

	@Override
	public List<Count> counts() {
		return List.of(new Count("ideas", "select count(*) from idea where study_id = :study and merged_into is null"));
	}

}
