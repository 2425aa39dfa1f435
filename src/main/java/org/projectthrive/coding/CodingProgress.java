package org.projectthrive.coding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the sessions of a study are coded, and by whom. */
@Component
@Transactional(readOnly = true)
class CodingProgress {

	private final Sessions sessions;

	private final JdbcClient jdbc;

	CodingProgress(Sessions sessions, JdbcClient jdbc) {
		this.sessions = sessions;
		this.jdbc = jdbc;
	}

	List<SessionProgress> ofStudy(Long studyId) {
		Map<Long, Amount> amounts = amounts(studyId);
		Map<Long, List<Share>> shares = shares(studyId);
		return this.sessions.ofStudy(studyId)
			.stream()
			.map((session) -> new SessionProgress(session,
					amounts.getOrDefault(session.id(), new Amount(session.id(), 0, 0, 0, 0)),
					shares.getOrDefault(session.id(), List.of())))
			.toList();
	}

	/**
	 * Turns of those who lead the session are not counted: there is nothing in them to
	 * code.
	 */
	private Map<Long, Amount> amounts(Long studyId) {
		return this.jdbc
			.sql("""
					select session_id, count(*) filter (where spoken) as turns,
					       count(*) filter (where spoken and coded) as coded_turns,
					       count(*) filter (where not spoken) as notes, count(*) filter (where not spoken and coded) as coded_notes
					from (
					  select t.session_id, true as spoken, exists (select from coding c where c.turn_id = t.id) as coded
					  from turn t join speaker s on s.id = t.speaker_id where t.study_id = :study and s.member_id is null
					  union all
					  select n.session_id, false, n.id in (select note_id from coding where study_id = :study and note_id is not null)
					  from note n where n.study_id = :study) source
					group by session_id""")
			.param("study", studyId)
			.query(Amount.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Amount::sessionId, (amount) -> amount));
	}

	private Map<Long, List<Share>> shares(Long studyId) {
		return this.jdbc.sql("""
				select c.session_id, p.name as analyst, count(*) as codings
				from coding c join person p on p.id = c.analyst_id
				where c.study_id = ? group by c.session_id, p.id order by p.name, p.id""")
			.param(studyId)
			.query(Share.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Share::sessionId));
	}

	/** A session, how much of it carries a theme, and who gave how many. */
	record SessionProgress(SessionRow session, Amount amount, List<Share> shares) {
	}

	/** Turns of participants and live notes, and those of them that carry a theme. */
	record Amount(Long sessionId, int turns, int codedTurns, int notes, int codedNotes) {

		public boolean isEmpty() {
			return this.turns + this.notes == 0;
		}

	}

	/** What one analyst has coded in a session. */
	record Share(Long sessionId, String analyst, long codings) {
	}

}
