package org.projectthrive.initiative;

import java.util.Set;

import org.projectthrive.retreat.Commitments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows which winners somebody in the team has promised to start, or has taken the
 * promise back with a reason.
 */
@Component
class OwnedIdeas implements Commitments {

	private final JdbcClient jdbc;

	OwnedIdeas(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<Long> ownedIdeas(Long studyId) {
		return Set.copyOf(this.jdbc.sql("""
				select i.idea_id from initiative i join member m on m.id = i.owner_id
				where i.study_id = ? and (m.removed_at is null or i.withdrawn_at is not null)""")
			.param(studyId)
			.query(Long.class)
			.list());
	}

}
