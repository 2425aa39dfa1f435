package org.projectthrive.session;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Step 3 is complete when every planned conversation has taken place and its facilitators
 * have debriefed.
 */
@Component
@Order(30)
class SessionStep implements Step {

	private static final Set<Role> LEAD = Set.of(Role.LEAD);

	private static final Set<Role> THOSE_WHO_RUN_THEM = Set.of(Role.LEAD, Role.FACILITATOR);

	private static final Set<Role> FACILITATORS = Set.of(Role.FACILITATOR);

	private static final Set<Role> TEAM = Set.of(Role.LEAD, Role.FACILITATOR, Role.ANALYST);

	private static final String HELD = "s.stage in ('HELD', 'DEBRIEFED', 'TRANSCRIBED', 'CLOSED')";

	@Override
	public StepName name() {
		return StepName.SESSIONS;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(
				new Criterion("session.sites", "exists (select from site where study_id = :study)", "/sites", LEAD),
				new Criterion("session.participants", "exists (select from participant where study_id = :study)",
						"/participants", LEAD),
				new Criterion("session.planned",
						"exists " + sessions(
								"s.stage <> 'CANCELLED' and " + hasJob("MODERATOR") + " and " + hasJob("NOTE_TAKER")),
						"/sessions", LEAD),
				new Criterion("session.held",
						"exists " + sessions(HELD) + " and not exists "
								+ sessions("s.stage <> 'CANCELLED' and not " + HELD),
						"exists " + sessions("s.stage <> 'CANCELLED' and not " + HELD), "/sessions",
						THOSE_WHO_RUN_THEM),
				new Criterion("session.debriefed",
						"exists " + sessions(HELD) + " and not exists "
								+ sessions(HELD + " and s.stage <> 'DEBRIEFED' "
										+ "and not exists (select from debrief d where d.session_id = s.id)"),
						"exists " + sessions(HELD), "/sessions", THOSE_WHO_RUN_THEM));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("sites", "/sites", LEAD), new Page("participants", "/participants", LEAD),
				new Page("sessions", "/sessions", TEAM), new Page("consent", "/consent", TEAM));
	}

	/** Their own sessions: one that runs, one that was held, one that comes soon. */
	@Override
	public List<Errand> errands() {
		return List.of(new Errand("session.live", own("s.stage = 'IN_PROGRESS'", "/live"), FACILITATORS),
				new Errand("session.debrief",
						own("s.stage = 'HELD' and not exists (select from debrief d where d.session_id = s.id)",
								"/debrief"),
						FACILITATORS),
				new Errand("session.ready",
						own("s.stage in ('PLANNED', 'INVITED') and s.starts_at between cast(:now as timestamptz) "
								+ "- interval '1 day' and cast(:now as timestamptz) + interval '7 days'", ""),
						FACILITATORS, true));
	}

	@Override
	public List<Count> counts() {
		return List.of(
				new Count("sessions",
						"select count(*) from focus_group_session where study_id = :study and stage <> 'CANCELLED'"),
				new Count("participants", "select count(*) from participant where study_id = :study"));
	}

	private static String sessions(String that) {
		return "(select from focus_group_session s where s.study_id = :study and " + that + ")";
	}

	private static String own(String that, String page) {
		return "select '/sessions/' || s.id || '" + page + "' from focus_group_session s "
				+ "join session_facilitator f on f.session_id = s.id and f.member_id = :member "
				+ "where s.study_id = :study and " + that + " order by s.starts_at limit 1";
	}

	private static String hasJob(String job) {
		return "exists (select from session_facilitator f where f.session_id = s.id and f.job = '" + job + "')";
	}

}
