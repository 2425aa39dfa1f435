package org.projectthrive.session.notes;

import java.util.List;

import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 3 counts the notes that were taken. */
@Component
@Order(35)
class NotesStep implements Step {

	@Override
	public StepName name() {
		return StepName.SESSIONS;
	}

	@Override
	public List<Count> counts() {
		return List.of(new Count("notes", "select count(*) from note where study_id = :study"));
	}

}
