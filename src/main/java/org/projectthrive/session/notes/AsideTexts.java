package org.projectthrive.session.notes;

import java.util.ArrayList;
import java.util.List;

import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.NamedTexts;
import org.projectthrive.session.marks.Rewording;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Unscripted questions and the debrief, as texts in which somebody may be named. */
@Component
@Order(30)
class AsideTexts implements NamedTexts {

	static final String QUESTION = "unscripted";

	/** The fields of a debrief, each with what a reader calls it. */
	private static final List<String> FIELDS = List.of("top_themes", "surprises", "differences", "climate",
			"guide_changes");

	private final JdbcClient jdbc;

	AsideTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean keeps(String source) {
		return QUESTION.equals(source) || FIELDS.contains(source);
	}

	@Override
	public List<NamedText> ofSession(Long studyId, Long sessionId) {
		List<NamedText> texts = new ArrayList<>(this.jdbc
			.sql("select id, wording from unscripted_question where study_id = ? and session_id = ? order by id")
			.params(studyId, sessionId)
			.query((row, number) -> new NamedText(QUESTION + ":" + row.getLong("id"), "Unscripted question", "/notes",
					row.getString("wording")))
			.list());
		this.jdbc.sql("select * from debrief where study_id = ? and session_id = ?")
			.params(studyId, sessionId)
			.query((row) -> {
				for (String field : FIELDS) {
					texts.add(new NamedText(field + ":" + sessionId, "Debrief", "/debrief", row.getString(field)));
				}
			});
		return texts;
	}

	@Override
	public boolean replace(Long studyId, Long sessionId, Rewording rewording) {
		String source = rewording.before().source();
		String sql = source.equals(QUESTION)
				? "update unscripted_question set wording = :after || case when exists (select from unscripted_question "
						+ "where session_id = :session and wording = :after) then ' (' || id || ')' else '' end "
						+ "where study_id = :study and session_id = :session and id = :id and wording = :before"
				: ("update debrief set %1$s = :after, version = version + 1 where study_id = :study "
						+ "and session_id = :session and session_id = :id and %1$s = :before")
					.formatted(FIELDS.get(FIELDS.indexOf(source)));
		return this.jdbc.sql(sql)
			.param("study", studyId)
			.param("session", sessionId)
			.param("id", Long.valueOf(rewording.before().id()))
			.param("before", rewording.before().text())
			.param("after", rewording.after())
			.update() == 1;
	}

}
