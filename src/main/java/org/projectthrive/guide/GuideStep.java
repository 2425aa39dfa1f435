package org.projectthrive.guide;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 2 is complete with a published guide. */
@Component
@Order(20)
class GuideStep implements Step {

	private static final Set<Role> READERS = Set.of(Role.LEAD, Role.FACILITATOR, Role.ANALYST);

	@Override
	public StepName name() {
		return StepName.GUIDE;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(
				new Criterion("guide.questions", "exists (select from guide_question where study_id = :study)",
						"/guide", Set.of(Role.LEAD, Role.FACILITATOR)),
				new Criterion("guide.published",
						"exists (select from guide where study_id = :study and published_at is not null)", "/guide",
						Set.of(Role.LEAD)));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("guide", "/guide", READERS), new Page("run-sheet", "/guide/run-sheet", READERS));
	}

	@Override
	public List<Count> counts() {
		return List.of(new Count("questions", "select count(*) from guide_question where guide_id = "
				+ "(select id from guide where study_id = :study order by number desc limit 1)"));
	}

}
