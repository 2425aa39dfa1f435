package org.projectthrive.transcript;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.names.SessionNames;

import org.springframework.stereotype.Component;

/** Finds out who can be heard in a session. */
@Component
class Casting {

	private final Sessions sessions;

	private final SessionNames names;

	private final LabelMemory labels;

	Casting(Sessions sessions, SessionNames names, LabelMemory labels) {
		this.sessions = sessions;
		this.names = names;
		this.labels = labels;
	}

	Cast of(Long studyId, Long sessionId) {
		return Cast.of(this.sessions, this.names.ofSession(studyId, sessionId), this.labels.ofStudy(studyId), studyId,
				sessionId);
	}

}
