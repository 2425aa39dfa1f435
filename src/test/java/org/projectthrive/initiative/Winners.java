package org.projectthrive.initiative;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

/** Studies in which a ballot has chosen an idea. */
final class Winners {

	private Winners() {
	}

	/** Makes an idea the winner of a closed ballot and returns its id. */
	static Long of(TestStudies studies, TestStudy study) {
		Long lead = study.person(Role.LEAD).id();
		Long winner = studies.insert("""
				insert into idea (study_id, title, origin, scope, in_scope, proposed_by, proposed_at)
				values (?, 'Offer coaching', 'FINDINGS', 'DEPARTMENT', true, ?, now()) returning id""", study.id(),
				lead);
		Long retreat = studies.insert(
				"insert into retreat (study_id, title, held_on) values (?, 'Retreat', current_date) returning id",
				study.id());
		Long ballot = studies.insert("""
				insert into ballot (study_id, retreat_id, number, title, most_approvals, winners, tie_rule, stage,
				    opened_at, opened_by, closed_at, closed_by)
				values (?, ?, 1, 'Five', 5, 5, 'RUN_OFF', 'CLOSED', now(), ?, now(), ?) returning id""", study.id(),
				retreat, lead, lead);
		studies.insert("""
				insert into ballot_option (study_id, ballot_id, idea_id, position, wording, approvals, outcome)
				values (?, ?, ?, 1, 'Offer coaching', 9, 'CHOSEN') returning id""", study.id(), ballot, winner);
		return winner;
	}

}
