package org.projectthrive.review;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The findings that the lead has released to leaders. */
@Service
@Transactional(readOnly = true)
public class ReleasedFindings {

	private final JdbcClient jdbc;

	ReleasedFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public List<FindingRow> ofStudy(Long studyId) {
		return this.jdbc.sql("""
				select id, statement from finding
				where study_id = ? and released_at is not null order by id limit 200""")
			.param(studyId)
			.query(FindingRow.class)
			.list();
	}

	/** A released finding: one statement. */
	public record FindingRow(Long id, String statement) {
	}

}
