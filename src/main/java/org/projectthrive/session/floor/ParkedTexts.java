package org.projectthrive.session.floor;

import java.util.List;
import java.util.UUID;

import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.NamedTexts;
import org.projectthrive.session.marks.Rewording;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was parked may hold names, too. */
@Component
@Order(31)
class ParkedTexts implements NamedTexts {

	private static final String SOURCE = "parked";

	private final JdbcClient jdbc;

	ParkedTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean keeps(String source) {
		return SOURCE.equals(source);
	}

	@Override
	public List<NamedText> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql("select id, text from parked_topic where study_id = ? and session_id = ? order by id")
			.params(studyId, sessionId)
			.query((row, number) -> new NamedText(SOURCE + ":" + row.getString("id"), "Parked topic", "/notes",
					row.getString("text")))
			.list();
	}

	@Override
	public boolean replace(Long studyId, Long sessionId, Rewording rewording) {
		return this.jdbc.sql("""
				update parked_topic set text = :after, version = version + 1
				where study_id = :study and session_id = :session and id = :id and text = :before""")
			.param("study", studyId)
			.param("session", sessionId)
			.param("id", UUID.fromString(rewording.before().id()))
			.param("before", rewording.before().text())
			.param("after", rewording.after())
			.update() == 1;
	}

}
