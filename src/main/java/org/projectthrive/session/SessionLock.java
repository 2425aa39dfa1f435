package org.projectthrive.session;

import org.projectthrive.platform.error.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must not happen to one session at the same moment waits here, one after the other:
 * a change of stage, a check-in, an answer to the consent, the start of a recording, an
 * import. What is only written under it, such as a note, does not wait.
 */
@Component
public class SessionLock {

	private final JdbcClient jdbc;

	SessionLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Holds a session until the end of the transaction, and says how far it is. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Stage lock(Long studyId, Long sessionId) {
		return this.jdbc.sql("select stage from focus_group_session where study_id = ? and id = ? for no key update")
			.params(studyId, sessionId)
			.query(Stage.class)
			.optional()
			.orElseThrow(() -> new NotFound("session " + sessionId));
	}

}
