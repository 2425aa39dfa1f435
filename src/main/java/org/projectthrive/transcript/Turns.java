package org.projectthrive.transcript;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said, turn by turn, with codes for people. */
@Service
@Transactional(readOnly = true)
public class Turns {

	private static final String SELECT = """
			select t.id, t.session_id, t.position, s.label as speaker, s.participant_id is not null as participant,
			       t.starts_ms, t.ends_ms, t.text, t.question_id, t.unscripted_question_id
			from turn t join speaker s on s.id = t.speaker_id""";

	private final JdbcClient jdbc;

	Turns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All turns of a session in their order, at most 5,000. */
	public List<TurnRow> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql(SELECT + " where t.study_id = ? and t.session_id = ? order by t.position limit 5000")
			.params(studyId, sessionId)
			.query(TurnRow.class)
			.list();
	}

	public TurnRow get(Long studyId, Long turnId) {
		return this.jdbc.sql(SELECT + " where t.study_id = ? and t.id = ?")
			.params(studyId, turnId)
			.query(TurnRow.class)
			.optional()
			.orElseThrow(() -> new NotFound("turn " + turnId));
	}

	/**
	 * One turn of talk.
	 *
	 * @param speaker a participant's code (P07), or Moderator, Note-taker, or another
	 * label that names nobody
	 * @param participant whether the speaker is a participant
	 * @param startsMs milliseconds from the start of the recording
	 */
	public record TurnRow(Long id, Long sessionId, int position, String speaker, boolean participant,
			@Nullable Integer startsMs, @Nullable Integer endsMs, String text, @Nullable Long questionId,
			@Nullable Long unscriptedQuestionId) {
	}

}
