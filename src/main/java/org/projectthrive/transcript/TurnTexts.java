package org.projectthrive.transcript;

import java.util.List;

import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.NamedTexts;
import org.projectthrive.session.marks.Rewording;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The turns of a transcript, as texts in which somebody may be named. */
@Component
@Order(10)
class TurnTexts implements NamedTexts {

	private static final String SOURCE = "turn";

	private final JdbcClient jdbc;

	TurnTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	static NamedText text(Long id, int position, String text) {
		return new NamedText(SOURCE + ":" + id, "Turn " + position, "/transcript#turn-" + id, text);
	}

	@Override
	public boolean keeps(NamedText text) {
		return text.source().equals(SOURCE);
	}

	@Override
	public List<NamedText> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql(
				"select id, position, text from turn where study_id = ? and session_id = ? order by position limit 5000")
			.params(studyId, sessionId)
			.query((row, number) -> text(row.getLong("id"), row.getInt("position"), row.getString("text")))
			.list();
	}

	@Override
	public boolean replace(Long studyId, Long sessionId, Rewording rewording) {
		boolean done = this.jdbc
			.sql("update turn set text = :after where study_id = :study and session_id = :session and id = :id "
					+ "and text = :before")
			.param("study", studyId)
			.param("session", sessionId)
			.param("id", Long.valueOf(rewording.before().id()))
			.param("before", rewording.before().text())
			.param("after", rewording.after())
			.update() == 1;
		this.jdbc.sql("update transcript set version = version + 1 where study_id = ? and session_id = ?")
			.params(studyId, sessionId)
			.update();
		return done;
	}

}
