package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.NamedTexts;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordSource;
import org.projectthrive.session.marks.WordsForgotten;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The turns of a transcript, as texts in which somebody may be named. */
@Component
@Order(10)
class TurnTexts implements NamedTexts {

	private static final String SOURCE = WordSource.TURN;

	private static final String EARLIER = "turn-revision";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	TurnTexts(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	static NamedText text(Long id, int position, String text) {
		return new NamedText(SOURCE + ":" + id, "Turn " + position, "/transcript#turn-" + id, text);
	}

	@Override
	public boolean keeps(String source) {
		return SOURCE.equals(source) || EARLIER.equals(source);
	}

	@Override
	public List<NamedText> ofSession(Long studyId, Long sessionId) {
		List<NamedText> texts = new ArrayList<>(this.jdbc.sql(
				"select id, position, text from turn where study_id = ? and session_id = ? order by position limit 5000")
			.params(studyId, sessionId)
			.query((row, number) -> text(row.getLong("id"), row.getInt("position"), row.getString("text")))
			.list());
		texts.addAll(this.jdbc.sql("""
				select r.id, t.id as turn_id, t.position, r.text from turn_revision r join turn t on t.id = r.turn_id
				where t.study_id = ? and t.session_id = ? and r.text is not null
				order by t.position, r.version limit 5000""")
			.params(studyId, sessionId)
			.query((row, number) -> new NamedText(EARLIER + ":" + row.getLong("id"),
					"Turn " + row.getInt("position") + ", before a correction",
					"/transcript#turn-" + row.getLong("turn_id"), row.getString("text")))
			.list());
		return texts;
	}

	@Override
	public boolean replace(Long studyId, Long sessionId, Rewording rewording) {
		Long id = Long.valueOf(rewording.before().id());
		if (rewording.before().source().equals(EARLIER)) {
			return rewordEarlier(studyId, id, rewording);
		}
		boolean done = this.jdbc.sql("""
				update turn set text = :after, version = version + 1
				where study_id = :study and session_id = :session and id = :id and text = :before""")
			.param("study", studyId)
			.param("session", sessionId)
			.param("id", id)
			.param("before", rewording.before().text())
			.param("after", rewording.after())
			.update() == 1;
		this.jdbc.sql("update transcript set version = version + 1 where study_id = ? and session_id = ?")
			.params(studyId, sessionId)
			.update();
		return done;
	}

	/** Whatever else has kept the earlier words covers the same in them. */
	private boolean rewordEarlier(Long studyId, Long id, Rewording rewording) {
		Optional<WordsForgotten> covered = this.jdbc.sql("""
				update turn_revision set text = ? where study_id = ? and id = ? and text = ?
				returning turn_id, version""")
			.params(rewording.after(), studyId, id, rewording.before().text())
			.query((row, number) -> WordsForgotten.covered(studyId, WordSource.turn(row.getLong("turn_id")),
					row.getInt("version"), rewording))
			.optional();
		covered.ifPresent(this.events::publishEvent);
		return covered.isPresent();
	}

}
