package org.projectthrive.session.consent;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose words are not quoted. Later steps learn the codes and nothing else: not whether
 * somebody was asked, said no or withdrew.
 */
@Service
@Transactional(readOnly = true)
public class QuoteConsents {

	/**
	 * The codes of those who have not agreed to be quoted, or do not agree any more:
	 * within a statement that knows {@code :study}.
	 */
	public static final String AGAINST = """
			select p.code from participant p where p.study_id = :study and not coalesce((select c.given from consent c
			    where c.participant_id = p.id and c.item = 'QUOTES' order by c.id desc limit 1), false)""";

	private final JdbcClient jdbc;

	QuoteConsents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The codes of those who have not agreed to be quoted, or do not agree any more. */
	public Set<String> against(Long studyId) {
		return Set.copyOf(this.jdbc.sql(AGAINST).param("study", studyId).query(String.class).list());
	}

}
