package org.projectthrive.retreat;

import java.util.List;
import java.util.Set;

import org.projectthrive.platform.error.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ideas that leaders chose by ballot. */
@Service
@Transactional(readOnly = true)
public class ChosenIdeas {

	private final Commitments commitments;

	private final JdbcClient jdbc;

	ChosenIdeas(Commitments commitments, JdbcClient jdbc) {
		this.commitments = commitments;
		this.jdbc = jdbc;
	}

	/**
	 * The winners of all closed ballots of a study, best first; those of a run-off come
	 * after.
	 */
	public List<ChosenIdea> ofStudy(Long studyId) {
		return this.jdbc.sql("""
				select i.id as idea_id, i.title, i.text, max(o.approvals) as approvals, max(o.ballot_id) as ballot_id
				from ballot_option o join idea i on i.id = o.idea_id join ballot b on b.id = o.ballot_id
				where o.study_id = ? and o.outcome = 'CHOSEN' group by i.id
				order by bool_and(b.run_off_of is not null), 4 desc, i.id limit 50""")
			.param(studyId)
			.query(ChosenIdea.class)
			.list();
	}

	/**
	 * Winners that nobody in the team has promised to start: none has, or whoever did has
	 * left.
	 */
	public List<ChosenIdea> withoutOwner(Long studyId) {
		Set<Long> owned = this.commitments.ownedIdeas(studyId);
		return ofStudy(studyId).stream().filter((idea) -> !owned.contains(idea.ideaId())).toList();
	}

	/** An idea that was chosen. */
	public ChosenIdea get(Long studyId, Long ideaId) {
		return ofStudy(studyId).stream()
			.filter((idea) -> idea.ideaId().equals(ideaId))
			.findFirst()
			.orElseThrow(() -> new NotFound("chosen idea " + ideaId));
	}

	/** The themes that an idea answers, with those of the ideas merged into it. */
	public List<Long> themesOf(Long studyId, Long ideaId) {
		return this.jdbc.sql("""
				select distinct l.theme_id from idea_theme l join idea i on i.id = l.idea_id
				where i.study_id = ? and ? in (i.id, i.merged_into) order by 1""")
			.params(studyId, ideaId)
			.query(Long.class)
			.list();
	}

	/** The findings that an idea answers, with those of the ideas merged into it. */
	public List<Long> findingsOf(Long studyId, Long ideaId) {
		return this.jdbc.sql("""
				select distinct l.finding_id from idea_finding l join idea i on i.id = l.idea_id
				where i.study_id = ? and ? in (i.id, i.merged_into) order by 1""")
			.params(studyId, ideaId)
			.query(Long.class)
			.list();
	}

	/** A winner and the approvals it won with. */
	public record ChosenIdea(Long ideaId, String title, String text, int approvals, Long ballotId) {
	}

}
