package org.projectthrive.retreat.idea;

import java.util.Set;

import org.projectthrive.platform.error.RuleViolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ideas stand still while a ballot is open, and what was voted on stays what it was.
 * Whoever opens a ballot holds the retreat's row; whoever changes ideas asks here, so
 * that one waits for the other.
 */
@Component
class Standstill {

	private final RetreatRow retreat;

	private final JdbcClient jdbc;

	Standstill(RetreatRow retreat, JdbcClient jdbc) {
		this.retreat = retreat;
		this.jdbc = jdbc;
	}

	/** Before anything is read: waits for a ballot that is just being opened. */
	void requireChangeable(Long studyId, Long ideaId) {
		this.retreat.share(studyId);
		requireNoOpenBallot(studyId);
		if (exists("select from ballot_option where study_id = ? and idea_id = ? and outcome = 'CHOSEN'", studyId,
				ideaId)) {
			throw new RuleViolation("idea.chosen");
		}
	}

	/**
	 * Before anything is read: like opening a ballot it takes the retreat for itself, and
	 * the ideas, too, for there may be no retreat yet.
	 */
	void requireMergeable(Long studyId, Set<Long> ideaIds) {
		Long[] ids = ideaIds.toArray(Long[]::new);
		this.retreat.take(studyId);
		this.jdbc.sql(
				"select id from idea where study_id = ? and (id = any(?) or merged_into = any(?)) order by id for update")
			.params(studyId, ids, ids)
			.query(Long.class)
			.list();
		requireNoOpenBallot(studyId);
		if (exists("""
				select from ballot_option o join ballot b on b.id = o.ballot_id
				where b.study_id = ? and b.stage <> 'DRAFT' and o.idea_id = any(?)""", studyId, ids)) {
			throw new RuleViolation("idea.merge.voted");
		}
	}

	private void requireNoOpenBallot(Long studyId) {
		if (exists("select from ballot where study_id = ? and stage = 'OPEN'", studyId)) {
			throw new RuleViolation("idea.ballot.open");
		}
	}

	private boolean exists(String rows, Object... parameters) {
		return this.jdbc.sql("select exists (" + rows + ")").params(parameters).query(Boolean.class).single();
	}

}
