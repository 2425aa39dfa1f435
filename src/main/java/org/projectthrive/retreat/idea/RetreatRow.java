package org.projectthrive.retreat.idea;

import java.util.Optional;

import org.projectthrive.platform.error.RuleViolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The row of a study's one retreat, on which everything waits that would not go together:
 * ballots that open, ideas that change, the retreat that closes. It is taken before
 * anything is read, and held to the end of the transaction.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class RetreatRow {

	private final JdbcClient jdbc;

	RetreatRow(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Alone: for ballots, for merging and for the close. */
	public Optional<Held> take(Long studyId) {
		return held("update", studyId);
	}

	/** Together with others that change ideas, while nobody has taken it. */
	public Optional<Held> share(Long studyId) {
		return held("share", studyId);
	}

	private Optional<Held> held(String how, Long studyId) {
		return this.jdbc.sql("select id, closed_at is not null as closed from retreat where study_id = ? for " + how)
			.param(studyId)
			.query(Held.class)
			.optional();
	}

	/** A retreat that does not change any more before the transaction ends. */
	public record Held(Long id, boolean closed) {

		public Long idWhileOpen() {
			if (this.closed) {
				throw new RuleViolation("retreat.closed");
			}
			return this.id;
		}

	}

}
