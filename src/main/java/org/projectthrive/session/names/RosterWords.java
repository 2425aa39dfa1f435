package org.projectthrive.session.names;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the names of the roster out of what is typed about a whole study. No code stands
 * for them there: it would tell whoever types a name whose code it is.
 */
@Service
@Transactional(readOnly = true)
public class RosterWords {

	private final JdbcClient jdbc;

	RosterWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The participants of a study, and those to whom they report. */
	public NameCover cover(Long studyId) {
		List<Person> people = this.jdbc.sql("""
				select name, nickname, email as mail, :cover as cover, 2 as near from participant_key
				where study_id = :study
				union all
				select distinct reports_to, '', '', :cover, 0 from participant_key
				where study_id = :study and reports_to <> ''""")
			.param("study", studyId)
			.param("cover", Kind.NAME.cover())
			.query(Person.class)
			.list();
		return new KnownNames(people, List.of()).cover();
	}

}
