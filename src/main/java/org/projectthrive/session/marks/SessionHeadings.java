package org.projectthrive.session.marks;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What everybody reads above a session. Where it takes place is left as it is: people
 * have to find it.
 */
@Component
class SessionHeadings implements NameCopies {

	private static final List<TextColumn> COLUMNS = List.of(
			TextColumn.ofSession("focus_group_session", "id", "title", 200, "id = :session"),
			TextColumn.ofSession("focus_group_session", "id", "others_roles", 200, "id = :session"));

	private final JdbcClient jdbc;

	SessionHeadings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int cover(Long studyId, Long sessionId, Covering covering) {
		int covered = COLUMNS.stream()
			.mapToInt((column) -> column.cover(this.jdbc, studyId, sessionId, covering))
			.sum();
		if (covered > 0) {
			this.jdbc.sql("update focus_group_session set version = version + 1 where study_id = ? and id = ?")
				.params(studyId, sessionId)
				.update();
		}
		return covered;
	}

}
