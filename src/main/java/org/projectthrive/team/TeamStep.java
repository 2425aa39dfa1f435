package org.projectthrive.team;

import java.util.List;
import java.util.Set;

import org.projectthrive.study.Criterion;
import org.projectthrive.study.Role;
import org.projectthrive.study.Step;
import org.projectthrive.study.StepName;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Step 1 is complete with the right people in the team, somebody senior behind it, and a
 * promise made.
 */
@Component
@Order(10)
class TeamStep implements Step {

	private static final Set<Role> LEAD = Set.of(Role.LEAD);

	@Override
	public StepName name() {
		return StepName.TEAM;
	}

	@Override
	public List<Criterion> criteria() {
		return List.of(
				new Criterion("team.lead", "exists (select from member m join member_role r on r.member_id = m.id "
						+ "where m.study_id = :study and m.removed_at is null and r.role = 'LEAD')", "/team", LEAD),
				new Criterion("team.clinician", hasExpertise("'CLINICIAN'"), "/team", LEAD),
				new Criterion("team.improver", hasExpertise("'WELL_BEING_PROMOTION', 'QUALITY_IMPROVEMENT'"), "/team",
						LEAD),
				new Criterion("team.sponsor", hasInCharter("sponsor_name"), "/charter", LEAD),
				new Criterion("team.wellnessLeader", hasInCharter("wellness_leader_name"), "/charter", LEAD),
				new Criterion("team.promise", hasInCharter("promise") + " and exists (select from charter "
						+ "where study_id = :study and promised_by is not null)", "/charter", LEAD));
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("team", "/team", Set.of(Role.LEAD, Role.FACILITATOR, Role.ANALYST)),
				new Page("charter", "/charter", LEAD));
	}

	@Override
	public List<Count> counts() {
		return List
			.of(new Count("members", "select count(*) from member where study_id = :study and removed_at is null"));
	}

	private static String hasExpertise(String anyOf) {
		return "exists (select from member m join member_expertise e on e.member_id = m.id "
				+ "where m.study_id = :study and m.removed_at is null and e.expertise in (" + anyOf + "))";
	}

	private static String hasInCharter(String column) {
		return "exists (select from charter where study_id = :study and " + column + " <> '')";
	}

}
