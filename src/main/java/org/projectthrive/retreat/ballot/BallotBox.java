package org.projectthrive.retreat.ballot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.idea.RetreatRow;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The box into which the ballots of one open ballot fall: a table of its own, made when
 * the ballot opens and dropped when it closes, so that not even a dead row is left that
 * would join a ballot to who cast it. The locks of casting and closing are taken here,
 * always retreat, then ballot, then elector.
 */
@Component
class BallotBox {

	private static final String LOCK_TIMEOUT = "55P03";

	private final RetreatRow retreat;

	private final JdbcClient jdbc;

	BallotBox(RetreatRow retreat, JdbcClient jdbc) {
		this.retreat = retreat;
		this.jdbc = jdbc;
	}

	/**
	 * What keeps a study from any ballot just now: it has no retreat, or a closed one.
	 */
	Optional<RuleViolation> standstill(Long studyId) {
		return this.jdbc.sql("select closed_at is not null from retreat where study_id = ?")
			.param(studyId)
			.query(Boolean.class)
			.optional()
			.map((closed) -> closed ? Optional.of(new RuleViolation("retreat.closed"))
					: Optional.<RuleViolation>empty())
			.orElseGet(() -> Optional.of(new RuleViolation("ballot.retreat.missing")));
	}

	/**
	 * Whoever prepares or opens a ballot holds the retreat's row, so that neither an idea
	 * nor another ballot moves.
	 */
	Long lockRetreat(Long studyId) {
		return briefly(() -> this.retreat.take(studyId)).orElseThrow(() -> new RuleViolation("ballot.retreat.missing"))
			.idWhileOpen();
	}

	/**
	 * The same by one of its ballots, of which nothing is read before the lock is held:
	 * it would be an old one.
	 */
	void lockRetreatOf(Long studyId, Long ballotId) {
		Optional<RetreatRow.Held> held = briefly(() -> this.retreat.take(studyId));
		boolean known = this.jdbc.sql("select exists (select from ballot where study_id = ? and id = ?)")
			.params(studyId, ballotId)
			.query(Boolean.class)
			.single();
		held.filter((retreat) -> known).orElseThrow(() -> new NotFound("ballot " + ballotId)).idWhileOpen();
	}

	/**
	 * Must be the first statement of the transaction; many may cast at once, but nobody
	 * while somebody closes.
	 */
	Optional<Frozen> lockToCast(Long studyId, Long ballotId) {
		return briefly(
				() -> this.jdbc.sql("select stage, most_approvals from ballot where study_id = ? and id = ? for share")
					.params(studyId, ballotId)
					.query(Frozen.class)
					.optional());
	}

	/**
	 * Must be the first statement of the transaction; waits for those who are just
	 * casting.
	 */
	void lockToClose(Long studyId, Long ballotId) {
		briefly(() -> this.jdbc.sql("select id from ballot where study_id = ? and id = ? for update")
			.params(studyId, ballotId)
			.query(Long.class)
			.optional());
	}

	/**
	 * Whether the elector has cast already, or nothing for somebody who is no elector.
	 */
	Optional<Boolean> lockElector(Long ballotId, Long personId) {
		return this.jdbc.sql("select has_cast from elector where ballot_id = ? and person_id = ? for update")
			.params(ballotId, personId)
			.query(Boolean.class)
			.optional();
	}

	/** Ballots go by the database's clock, whichever node opens or closes them. */
	Instant now() {
		return this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	/** No trace of statistics either: nothing else may read the box. */
	void make(Long ballotId) {
		this.jdbc.sql("create table " + name(ballotId)
				+ " (id uuid primary key default gen_random_uuid(), option_ids bigint[] not null) with (autovacuum_enabled = false)")
			.update();
	}

	/**
	 * Drops a ballot into the box and marks the elector; neither row knows of the other.
	 */
	void cast(Long ballotId, Long personId, Collection<Long> optionIds) {
		this.jdbc.sql("insert into " + name(ballotId) + " (option_ids) values (?)")
			.param(optionIds.stream().sorted().toArray(Long[]::new))
			.update();
		this.jdbc.sql("update elector set has_cast = true where ballot_id = ? and person_id = ?")
			.params(ballotId, personId)
			.update();
	}

	/** Copies the ballots out of the box, in random order and under fresh ids. */
	List<Sealed> seal(Long studyId, Long ballotId) {
		this.jdbc.sql("insert into sealed_ballot (id, study_id, ballot_id, option_ids) "
				+ "select gen_random_uuid(), ?, ?, option_ids from " + name(ballotId) + " order by gen_random_uuid()")
			.params(studyId, ballotId)
			.update();
		return sealed(ballotId);
	}

	void destroy(Long ballotId) {
		briefly(() -> this.jdbc.sql("drop table " + name(ballotId)).update());
	}

	/** In the order of their ids, which is no order at all. */
	List<Sealed> sealed(Long ballotId) {
		return this.jdbc.sql("select id, option_ids from sealed_ballot where ballot_id = ? order by id")
			.param(ballotId)
			.query((row, line) -> sealed(row))
			.list();
	}

	/** Nobody waits longer than three seconds for a lock: they are asked to try again. */
	private <T> T briefly(Supplier<T> statement) {
		this.jdbc.sql("set local lock_timeout = '3s'").update();
		try {
			return statement.get();
		}
		catch (DataAccessException ex) {
			if (ex.getMostSpecificCause() instanceof SQLException cause && LOCK_TIMEOUT.equals(cause.getSQLState())) {
				throw new RuleViolation("ballot.busy");
			}
			throw ex;
		}
	}

	private static Sealed sealed(ResultSet row) throws SQLException {
		return new Sealed(row.getObject("id", UUID.class), List.of((Long[]) row.getArray("option_ids").getArray()));
	}

	private static String name(Long ballotId) {
		return "ballot_box_" + ballotId;
	}

	/** What casting must know of a ballot. */
	record Frozen(BallotStage stage, int mostApprovals) {
	}

	/** An anonymous ballot after the close. */
	record Sealed(UUID id, List<Long> optionIds) {
	}

}
