package org.projectthrive.review;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Step 4 is complete when every session is summed up and agreed, themes are confirmed,
 * and a finding is released.
 */
@Component
@Order(60)
class ReviewStep implements Step {

	private static final String HELD = "focus_group_session s where s.study_id = :study "
			+ "and s.stage in ('HELD', 'DEBRIEFED', 'TRANSCRIBED', 'CLOSED')";

	private static final Set<Role> ANALYSTS = Set.of(Role.ANALYST);

	private static final Set<Role> READERS = Set.of(Role.LEAD, Role.ANALYST);

	@Override
	public StepName name() {
		return StepName.REVIEW;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(
				new Criterion("review.summaries", eachHeldSession(""), "exists (select from " + HELD + ")",
						"/summaries", ANALYSTS),
				new Criterion("review.agreed", eachHeldSession("and y.stage = 'AGREED'"), "false", "/summaries",
						ANALYSTS),
				new Criterion("review.emerging",
						"exists (select from emerging_theme where study_id = :study and confirmed)",
						"exists (select from coding where study_id = :study)", "/emerging-themes", ANALYSTS),
				new Criterion("review.findings",
						"exists (select from finding where study_id = :study and released_at is not null)",
						"exists (select from finding where study_id = :study)", "/findings", Set.of(Role.LEAD)));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("summaries", "/summaries", READERS, Set.of("/domains")),
				new Page("matrix", "/matrix", READERS), new Page("emergingThemes", "/emerging-themes", READERS),
				new Page("contrasts", "/contrasts", READERS),
				new Page("findings", "/findings", Set.of(Role.LEAD, Role.ANALYST, Role.LEADER)));
	}

	/**
	 * A draft of one's own, a summary that waits for a second reader, and the first
	 * finding once all is read.
	 */
	@Override
	public List<Errand> errands() {
		return List.of(new Errand("review.draft", """
				select '/summaries/' || y.session_id from session_summary y
				where y.study_id = :study and y.stage = 'DRAFT' and y.author_id = :person
				order by y.id limit 1""", ANALYSTS), new Errand("review.secondRead", """
				select '/summaries/' || y.session_id from session_summary y
				where y.study_id = :study and y.stage = 'SECOND_READ' and y.author_id <> :person
				order by y.id limit 1""", ANALYSTS), new Errand("review.finding", """
				select '/findings' where not exists (select from finding where study_id = :study)
				and exists (select from emerging_theme where study_id = :study and confirmed) and\s"""
				+ eachHeldSession("and y.stage = 'AGREED'"), ANALYSTS));
	}

	@Override
	public List<Count> counts() {
		return List.of(
				new Count("summaries.agreed",
						"select count(*) from session_summary where study_id = :study and stage = 'AGREED'"),
				new Count("findings.released",
						"select count(*) from finding where study_id = :study and released_at is not null"));
	}

	private static String eachHeldSession(String state) {
		return "(exists (select from " + HELD + ") and not exists (select from " + HELD
				+ " and not exists (select from session_summary y where y.session_id = s.id " + state + ")))";
	}

}
