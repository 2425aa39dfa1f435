package org.projectthrive.retreat.idea;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ideas of a study with what has become of each. */
@Service
@Transactional(readOnly = true)
public class IdeaLists {

	private static final String SELECT = """
			select i.id, i.title, i.text, i.origin, i.scope, i.addressee,
			       case when i.origin = 'LEADER' then p.name end as raised_by, i.merged_into,
			       coalesce(v.stages && '{OPEN,CLOSED}', false) as voted,
			       case when i.merged_into is not null then 'MERGED'
			            when 'CHOSEN' = any(v.outcomes) then 'CHOSEN'
			            when i.in_scope is null then 'NOT_GATED'
			            when not i.in_scope then 'ESCALATED'
			            when 'OPEN' = any(v.stages) then 'ON_BALLOT'
			            when v.outcomes && '{TIED,NOT_CHOSEN}' then 'NOT_CHOSEN'
			            else 'OPEN' end as disposition
			from idea i join person p on p.id = i.proposed_by,
			lateral (select array_agg(o.outcome) as outcomes, array_agg(b.stage) as stages
			         from ballot_option o join ballot b on b.id = o.ballot_id where o.idea_id = i.id) v
			where i.study_id = ?""";

	private final JdbcClient jdbc;

	IdeaLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All ideas of a study, the oldest first, at most 500. */
	public List<IdeaRow> ofStudy(Long studyId) {
		return this.jdbc.sql(SELECT + " order by i.id limit 500").param(studyId).query(IdeaRow.class).list();
	}

	/** What can be put to the vote: in scope, and not chosen before. */
	public List<IdeaRow> toVoteOn(Long studyId) {
		return ofStudy(studyId).stream()
			.filter((idea) -> idea.isInScope() && idea.disposition() != Disposition.CHOSEN)
			.toList();
	}

	/** Some ideas of a study, the oldest first. */
	List<IdeaRow> some(Long studyId, Set<Long> ids) {
		return this.jdbc.sql(SELECT + " and i.id = any(?) order by i.id")
			.params(studyId, ids.toArray(Long[]::new))
			.query(IdeaRow.class)
			.list();
	}

	/** The ideas that were merged into another. */
	List<IdeaRow> mergedInto(Long studyId, Long ideaId) {
		return this.jdbc.sql(SELECT + " and i.merged_into = ? order by i.id")
			.params(studyId, ideaId)
			.query(IdeaRow.class)
			.list();
	}

	IdeaRow get(Long studyId, Long ideaId) {
		return this.jdbc.sql(SELECT + " and i.id = ?").params(studyId, ideaId).query(IdeaRow.class).single();
	}

}
