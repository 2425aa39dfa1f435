package org.projectthrive.coding.moving;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.study.Membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codings whose words were corrected under them, until their analyst has looked at them.
 */
@Service
@Transactional(readOnly = true)
public class CodingFlags {

	private static final String SELECT = """
			select c.id, c.session_id, s.title as session, c.turn_id, c.note_id, t.name as theme, t.colour, c.analyst_id, p.name as analyst,
			       f.words_before, f.gone,
			       substring(coalesce(turn.text, note.text) from c.start_at + 1 for c.end_at - c.start_at) as words
			from coding_flag f join coding c on c.id = f.coding_id join theme t on t.id = c.theme_id
			join person p on p.id = c.analyst_id join focus_group_session s on s.id = c.session_id
			left join turn on turn.id = c.turn_id left join note on note.id = c.note_id
			where f.study_id = :study""";

	private final JdbcClient jdbc;

	private final AuditLog audit;

	CodingFlags(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** At most 500, in the order of sessions and talk. */
	public List<Flagged> ofStudy(Long studyId) {
		return this.jdbc
			.sql(SELECT + " order by s.starts_at, s.id, turn.position, note.seq, c.start_at, c.id limit 500")
			.param("study", studyId)
			.query(Flagged.class)
			.list();
	}

	public Optional<Flagged> find(Long studyId, Long codingId) {
		return this.jdbc.sql(SELECT + " and c.id = :coding")
			.param("study", studyId)
			.param("coding", codingId)
			.query(Flagged.class)
			.optional();
	}

	/** The analyst has looked: the coding is right where it is. */
	@Transactional
	void clear(Membership analyst, Long codingId) {
		Long studyId = analyst.study().id();
		int cleared = this.jdbc.sql("""
				delete from coding_flag f using coding c
				where c.id = f.coding_id and f.study_id = ? and c.id = ? and c.analyst_id = ?""")
			.params(studyId, codingId, analyst.personId())
			.update();
		if (cleared == 0) {
			throw new NotFound("flag of coding " + codingId);
		}
		this.audit.record(studyId, "coding.checked", codingId);
	}

	/**
	 * A coding to look at again.
	 *
	 * @param wordsBefore what it was given to; empty where nobody shall read it any more
	 * @param gone whether its words are not there any more at all
	 */
	public record Flagged(Long id, Long sessionId, String session, @Nullable Long turnId, @Nullable UUID noteId,
			String theme, int colour, Long analystId, String analyst, String wordsBefore, boolean gone,
			@Nullable String words) {

		public boolean isBy(Long personId) {
			return this.analystId.equals(personId);
		}

		/** Where its words stand on the page of the session. */
		public String sourceRef() {
			return (this.turnId != null) ? "turn-" + this.turnId : "note-" + this.noteId;
		}

	}

}
