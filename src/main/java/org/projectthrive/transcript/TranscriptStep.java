package org.projectthrive.transcript;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The focus groups are complete when each that was held can be analysed. */
@Component
@Order(35)
class TranscriptStep implements Step {

	private static final String HELD = "from focus_group_session s where s.study_id = :study "
			+ "and s.stage in ('HELD', 'DEBRIEFED', 'TRANSCRIBED', 'CLOSED')";

	@Override
	public StepName name() {
		return StepName.SESSIONS;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(new Criterion("transcript.all",
				"exists (select " + HELD + ") and not exists (select " + HELD
						+ " and not exists (select from transcript t where t.session_id = s.id)"
						+ " and (select count(*) from note n where n.session_id = s.id) < 5)",
				"exists (select " + HELD + ")", "/sessions", Set.of(Role.LEAD, Role.FACILITATOR)));
	}

}
