package org.projectthrive.transcript.recording;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was promised about recordings is kept before a step is called complete. */
@Component
@Order(36)
class RecordingStep implements Step {

	@Override
	public StepName name() {
		return StepName.SESSIONS;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(new Criterion("recording.deleted",
				"""
						not exists (select from recording r join focus_group_session s on s.id = r.session_id
						where r.study_id = :study and r.deleted_on is null and r.delete_by < (cast(:now as timestamptz) at time zone s.zone)::date)""",
				"/sessions", Set.of(Role.LEAD, Role.FACILITATOR)));
	}

}
