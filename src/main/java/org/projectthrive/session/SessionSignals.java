package org.projectthrive.session;

import org.projectthrive.platform.audit.AuditLog.Recorded;
import org.projectthrive.platform.live.Signals;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whatever is recorded about a session, such as its next stage, is signalled to those who
 * watch it.
 */
@Component
class SessionSignals {

	private final Signals signals;

	SessionSignals(Signals signals) {
		this.signals = signals;
	}

	@EventListener
	void onRecorded(Recorded recorded) {
		if (recorded.action().startsWith("session.") && recorded.studyId() != null
				&& recorded.subjectId() instanceof Long sessionId) {
			this.signals.changed(SessionSubject.NAME, recorded.studyId(), sessionId);
		}
	}

}
