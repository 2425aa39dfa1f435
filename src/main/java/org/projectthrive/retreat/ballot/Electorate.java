package org.projectthrive.retreat.ballot;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.projectthrive.study.Role;
import org.projectthrive.team.TeamMember;
import org.projectthrive.team.TeamService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may cast in a ballot, and who has; never what. */
@Component
class Electorate {

	private final JdbcClient jdbc;

	private final TeamService team;

	Electorate(JdbcClient jdbc, TeamService team) {
		this.jdbc = jdbc;
		this.team = team;
	}

	/** Those who can be electors. */
	List<TeamMember> leaders(Long studyId) {
		return this.team.members(studyId).stream().filter((member) -> member.roles().contains(Role.LEADER)).toList();
	}

	void replace(Ballot ballot, Collection<Long> personIds) {
		this.jdbc.sql("delete from elector where ballot_id = ?").param(ballot.id()).update();
		this.jdbc.sql(
				"insert into elector (ballot_id, person_id, study_id) select ?, person_id, ? from unnest(?) as person_id")
			.params(ballot.id(), ballot.studyId(), personIds.toArray(Long[]::new))
			.update();
	}

	List<Long> of(Long ballotId) {
		return this.jdbc.sql("select person_id from elector where ballot_id = ? order by person_id")
			.param(ballotId)
			.query(Long.class)
			.list();
	}

	boolean has(Long ballotId, Long personId) {
		return Set.copyOf(of(ballotId)).contains(personId);
	}

	boolean hasCast(Long ballotId, Long personId) {
		return this.jdbc.sql("select exists (select from elector where ballot_id = ? and person_id = ? and has_cast)")
			.params(ballotId, personId)
			.query(Boolean.class)
			.single();
	}

	Turnout turnout(Long ballotId) {
		return this.jdbc.sql(
				"select count(*) filter (where has_cast) as cast, count(*) as electors from elector where ballot_id = ?")
			.param(ballotId)
			.query(Turnout.class)
			.single();
	}

	/**
	 * Writes all rows of a ballot again in random order, so that neither place nor
	 * transaction tells who came when.
	 */
	void shuffle(Long ballotId) {
		this.jdbc.sql("""
				with gone as (delete from elector where ballot_id = ? returning *)
				insert into elector select * from gone order by gen_random_uuid()""").param(ballotId).update();
	}

}
