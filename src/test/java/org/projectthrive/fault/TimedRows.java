package org.projectthrive.fault;

import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that begin or end at a time of the database. */
record TimedRows(JdbcClient jdbc) {

	OffsetDateTime databaseTime() {
		return this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
	}

	/** With one elector, who has not cast, and a quorum of one. */
	Long openBallot(Facilitator author) {
		Long study = author.studyId();
		Long retreat = this.jdbc.sql("""
				insert into retreat (study_id, title, held_on) values (?, 'Retreat', current_date)
				on conflict on constraint retreat_once_per_study do update set title = excluded.title returning id""")
			.param(study)
			.query(Long.class)
			.single();
		Long ballot = this.jdbc
			.sql("""
					insert into ballot (study_id, retreat_id, number, title, most_approvals, winners, quorum, tie_rule, stage,
					    opened_at, opened_by)
					select ?, ?, (select count(*) + 1 from ballot where retreat_id = ?), 'Ballot', 1, 1, 1, 'RUN_OFF', 'OPEN',
					    now(), ? returning id""")
			.params(study, retreat, retreat, author.personId())
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into elector (ballot_id, person_id, study_id) values (?, ?, ?)")
			.params(ballot, author.personId(), study)
			.update();
		this.jdbc.sql("create table ballot_box_" + ballot + " (id uuid, option_ids bigint[])").update();
		return ballot;
	}

	String sessionThatEnds(String when) {
		return this.jdbc
			.sql("""
					insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
					    expiry_time)
					values (gen_random_uuid(), gen_random_uuid(), 0, 0, 28800,
					    extract(epoch from clock_timestamp() %s) * 1000) returning session_id"""
				.formatted(when))
			.query(String.class)
			.single();
	}

}
