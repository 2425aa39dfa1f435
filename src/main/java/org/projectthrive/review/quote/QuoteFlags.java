package org.projectthrive.review.quote;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.consent.QuoteConsents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotes of a summary whose words were changed in the text they were taken from, until an
 * analyst has looked at them.
 */
@Service
@Transactional(readOnly = true)
public class QuoteFlags {

	/** No quote is longer. */
	public static final int LONGEST = 2000;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	QuoteFlags(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** At most 100, in the order in which they were flagged. */
	public List<FlaggedQuote> ofSession(Long studyId, Long sessionId) {
		return this.jdbc
			.sql("""
					select f.id, f.cell_id, c.domain_id, d.name as domain, f.turn_id, f.note_id, f.words_before, q.text as words,
					    (select who.code from ("""
					+ QuoteConsents.AGAINST
					+ """
							) who where who.code = coalesce(sp.label, n.speaker)) as withheld
							from quote_flag f join summary_cell c on c.id = f.cell_id join session_summary s on s.id = c.summary_id
							join domain d on d.id = c.domain_id left join summary_quote q on q.id = f.quote_id
							left join turn t on t.id = f.turn_id left join speaker sp on sp.id = t.speaker_id
							left join note n on n.id = f.note_id
							where f.study_id = :study and s.session_id = :session order by f.id limit 100""")
			.param("study", studyId)
			.param("session", sessionId)
			.query(FlaggedQuote.class)
			.list();
	}

	/**
	 * An analyst has looked at them: the summary is right as it is, or will be put right.
	 * @param last the newest that was looked at
	 */
	@Transactional
	void clear(Long studyId, Long sessionId, Long last) {
		int cleared = this.jdbc.sql("""
				delete from quote_flag f using summary_cell c, session_summary s
				where c.id = f.cell_id and s.id = c.summary_id and f.study_id = ? and s.session_id = ? and f.id <= ?""")
			.params(studyId, sessionId, last)
			.update();
		if (cleared == 0) {
			throw new NotFound("flagged quote " + last);
		}
		this.audit.record(studyId, "summary.quotes.checked", sessionId);
	}

	/**
	 * A quote to look at again.
	 *
	 * @param wordsBefore what it said; empty where nobody shall read it any more
	 * @param words what it says now; null when its words are gone, and the quote with
	 * them
	 * @param withheld the code of who said it and does not agree to be quoted: then
	 * neither is shown
	 */
	public record FlaggedQuote(Long id, Long cellId, Long domainId, String domain, @Nullable Long turnId,
			@Nullable UUID noteId, String wordsBefore, @Nullable String words, @Nullable String withheld) {

		public boolean isGone() {
			return this.words == null;
		}

		/** Where the text is read, below the session; of a deleted one nothing is. */
		public @Nullable String path() {
			return (this.turnId != null) ? "/transcript#turn-" + this.turnId
					: (this.noteId != null) ? "/notes#note-" + this.noteId : null;
		}

	}

}
