package org.projectthrive.session;

import java.util.Locale;

import org.projectthrive.platform.audit.AuditLog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a session on when what follows it has been done elsewhere. */
@Service
public class SessionStages {

	private final JdbcClient jdbc;

	private final AuditLog audit;

	SessionStages(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** The facilitators have debriefed; a later stage stays. */
	@Transactional
	public void debriefed(Long studyId, Long sessionId) {
		move(studyId, sessionId, "DEBRIEFED", "'HELD'");
	}

	/** The transcript is there; a later stage stays. */
	@Transactional
	public void transcribed(Long studyId, Long sessionId) {
		move(studyId, sessionId, "TRANSCRIBED", "'HELD', 'DEBRIEFED'");
	}

	private void move(Long studyId, Long sessionId, String stage, String from) {
		int moved = this.jdbc
			.sql("update focus_group_session set stage = ?, version = version + 1 "
					+ "where study_id = ? and id = ? and stage in (" + from + ")")
			.params(stage, studyId, sessionId)
			.update();
		if (moved == 1) {
			this.audit.record(studyId, "session." + stage.toLowerCase(Locale.ROOT), sessionId);
		}
	}

}
