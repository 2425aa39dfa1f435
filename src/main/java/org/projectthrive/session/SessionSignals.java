package org.projectthrive.session;

import java.util.List;

import org.projectthrive.platform.audit.AuditLog.Recorded;
import org.projectthrive.platform.live.Signals;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whatever is recorded about a session, such as its next stage, a mark of its recording
 * or what its participants agree to, is signalled to those who watch it.
 */
@Component
class SessionSignals {

	private final Signals signals;

	private final JdbcClient jdbc;

	SessionSignals(Signals signals, JdbcClient jdbc) {
		this.signals = signals;
		this.jdbc = jdbc;
	}

	@EventListener
	void onRecorded(Recorded recorded) {
		Long studyId = recorded.studyId();
		if (studyId != null && recorded.subjectId() instanceof Long id) {
			sessions(recorded.action(), studyId, id)
				.forEach((sessionId) -> this.signals.changed(SessionSubject.NAME, studyId, sessionId));
		}
	}

	private List<Long> sessions(String action, Long studyId, Long id) {
		if (action.startsWith("session.") || action.startsWith("recording.") || action.equals("names.searched")) {
			return List.of(id);
		}
		return action.equals("consent.recorded") ? ofParticipant(studyId, id) : List.of();
	}

	private List<Long> ofParticipant(Long studyId, Long participantId) {
		return this.jdbc.sql("""
				select sp.session_id from session_participant sp join participant p on p.id = sp.participant_id
				where p.study_id = ? and p.id = ?""").params(studyId, participantId).query(Long.class).list();
	}

}
