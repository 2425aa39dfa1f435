package org.projectthrive.session;

import java.util.function.Predicate;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a session on when what follows it has been done elsewhere. */
@Service
public class SessionStages {

	private final FocusGroupSessionRepository sessions;

	private final AuditLog audit;

	SessionStages(FocusGroupSessionRepository sessions, AuditLog audit) {
		this.sessions = sessions;
		this.audit = audit;
	}

	/** The facilitators have debriefed; a later stage stays. */
	@Transactional
	public void debriefed(Long studyId, Long sessionId) {
		move(studyId, sessionId, StageChange.DEBRIEF, FocusGroupSession::debriefed);
	}

	/** The transcript is there; a later stage stays. */
	@Transactional
	public void transcribed(Long studyId, Long sessionId) {
		move(studyId, sessionId, StageChange.TRANSCRIBE, FocusGroupSession::transcribed);
	}

	private void move(Long studyId, Long sessionId, StageChange change, Predicate<FocusGroupSession> on) {
		FocusGroupSession session = this.sessions.lock(studyId, sessionId)
			.orElseThrow(() -> new NotFound("session " + sessionId));
		if (on.test(session)) {
			this.sessions.saveAndFlush(session);
			this.audit.record(studyId, change.audited(), sessionId);
		}
	}

}
