package org.projectthrive.retreat.ballot;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ballots of a study, for its retreat's page. */
@Service
@Transactional(readOnly = true)
public class BallotLists {

	private final JdbcClient jdbc;

	BallotLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All ballots of a study as a person sees them, the newest first.
	 * @param withDrafts whether that person prepares ballots
	 */
	public List<BallotRow> ofStudy(Long studyId, Long personId, boolean withDrafts) {
		return this.jdbc.sql("""
				select b.id, b.title, b.stage, b.run_off_of is not null as run_off, b.digest is not null as counted,
				       b.opened_at, b.closed_at, count(e.person_id) filter (where e.has_cast) as cast,
				       count(e.person_id) as electors, b.quorum,
				       coalesce(bool_or(e.person_id = ?), false) as mine,
				       coalesce(bool_or(e.person_id = ? and e.has_cast), false) as done
				from ballot b left join elector e on e.ballot_id = b.id
				where b.study_id = ? and (b.stage <> 'DRAFT' or ?) group by b.id order by b.number desc limit 100""")
			.params(personId, personId, studyId, withDrafts)
			.query(BallotRow.class)
			.list();
	}

}
