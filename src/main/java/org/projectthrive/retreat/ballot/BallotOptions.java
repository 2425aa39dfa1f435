package org.projectthrive.retreat.ballot;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.projectthrive.retreat.idea.Evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The options of ballots as they are kept. */
@Component
class BallotOptions {

	private static final Comparator<BallotOption> BEST_FIRST = Comparator.comparingInt(BallotOption::approvalsOrZero)
		.reversed()
		.thenComparingInt(BallotOption::position);

	private final JdbcClient jdbc;

	BallotOptions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<BallotOption> of(Long ballotId) {
		return this.jdbc
			.sql("""
					select id, idea_id, position, wording, details, themes, findings, raised_in, of_sessions, approvals, outcome
					from ballot_option where ballot_id = ? order by position""")
			.param(ballotId)
			.query((row, line) -> option(row))
			.list();
	}

	/** Most approvals first. */
	List<BallotOption> ranked(Long ballotId) {
		return of(ballotId).stream().sorted(BEST_FIRST).toList();
	}

	/**
	 * Puts ideas of the study on a ballot in place of what is there; ideas that are out
	 * of scope stay out.
	 */
	void replace(Ballot ballot, List<Long> ideaIds) {
		this.jdbc.sql("delete from ballot_option where ballot_id = ?").param(ballot.id()).update();
		this.jdbc.sql("""
				insert into ballot_option (study_id, ballot_id, idea_id, position, wording, details)
				select study_id, ?, id, row_number() over (order by id), title, text from idea
				where study_id = ? and in_scope and merged_into is null and id = any(?)""")
			.params(ballot.id(), ballot.studyId(), ideaIds.toArray(Long[]::new))
			.update();
	}

	/**
	 * Takes over the options that another ballot left tied, just as they were worded
	 * there.
	 */
	void copyTied(Ballot from, Ballot to) {
		this.jdbc.sql("""
				insert into ballot_option (study_id, ballot_id, idea_id, position, wording, details, themes, findings,
				                           raised_in, of_sessions)
				select study_id, ?, idea_id, row_number() over (order by position), wording, details, themes, findings,
				       raised_in, of_sessions
				from ballot_option where ballot_id = ? and outcome = 'TIED'""").params(to.id(), from.id()).update();
	}

	/** Whether an idea was merged into another since it was put on the ballot. */
	boolean haveBeenMerged(Long ballotId) {
		return this.jdbc.sql("""
				select exists (select from ballot_option o join idea i on i.id = o.idea_id
				               where o.ballot_id = ? and i.merged_into is not null)""")
			.param(ballotId)
			.query(Boolean.class)
			.single();
	}

	/** Whether an idea has left the scope since it was put on the ballot. */
	boolean haveLeftScope(Long ballotId) {
		return this.jdbc.sql("""
				select exists (select from ballot_option o join idea i on i.id = o.idea_id
				               where o.ballot_id = ? and i.in_scope is not true)""")
			.param(ballotId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Copies the ideas' words and evidence as they are now: from here on the ballot does
	 * not follow them.
	 */
	void freeze(Long ballotId, Map<Long, Evidence> evidence) {
		this.jdbc.sql("""
				update ballot_option o set wording = i.title, details = i.text
				from idea i where i.id = o.idea_id and o.ballot_id = ?""").param(ballotId).update();
		evidence.forEach((ideaId, found) -> this.jdbc.sql("""
				update ballot_option set themes = ?, findings = ?, raised_in = ?, of_sessions = ?
				where ballot_id = ? and idea_id = ?""")
			.params(found.themes().toArray(String[]::new), found.findings().toArray(String[]::new), found.raisedIn(),
					found.sessions(), ballotId, ideaId)
			.update());
	}

	void freeze(Long ballotId, Tally tally) {
		tally.lines()
			.forEach((line) -> this.jdbc
				.sql("update ballot_option set approvals = ?, outcome = ? where ballot_id = ? and id = ?")
				.params(line.approvals(), line.outcome().name(), ballotId, line.optionId())
				.update());
	}

	private static BallotOption option(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		return new BallotOption(row.getLong("id"), row.getLong("idea_id"), row.getInt("position"),
				row.getString("wording"), row.getString("details"), texts(row.getArray("themes")),
				texts(row.getArray("findings")), row.getInt("raised_in"), row.getInt("of_sessions"),
				row.getObject("approvals", Integer.class), (outcome != null) ? Outcome.valueOf(outcome) : null);
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
