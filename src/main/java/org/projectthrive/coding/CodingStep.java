package org.projectthrive.coding;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The review begins with a codebook and with themes given to what was said in every
 * session.
 */
@Component
@Order(50)
class CodingStep implements Step {

	private static final Set<Role> READERS = Set.of(Role.LEAD, Role.ANALYST);

	private static final Set<Role> CODERS = Set.of(Role.ANALYST);

	private static final String HELD = "select from focus_group_session s where s.study_id = :study "
			+ "and s.stage in ('HELD', 'DEBRIEFED', 'TRANSCRIBED', 'CLOSED')";

	@Override
	public StepName name() {
		return StepName.REVIEW;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(
				new Criterion("coding.themes",
						"exists (select from theme where study_id = :study and retired_at is null)", "/themes", CODERS),
				new Criterion("coding.sessions",
						"exists (" + HELD + ") and not exists (" + HELD
								+ " and not exists (select from coding c where c.session_id = s.id))",
						"exists (" + HELD + ")", "/coding", CODERS));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("themes", "/themes", READERS),
				new Page("coding", "/coding", READERS, Set.of("/codings", "/sessions/*/coding")));
	}

	@Override
	public List<Count> counts() {
		return List.of(new Count("themes", "select count(*) from theme where study_id = :study and retired_at is null"),
				new Count("codings", "select count(*) from coding where study_id = :study"));
	}

}
