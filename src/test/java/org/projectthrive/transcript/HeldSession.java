package org.projectthrive.transcript;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

/**
 * A session of a test that was held, with a guide of three questions, a moderator and two
 * participants with names.
 */
public record HeldSession(TestStudy study, Long id, Long maria, Long grace) {

	public static HeldSession in(TestStudies studies, TestStudy study) {
		Long lead = study.person(Role.LEAD).id();
		Long guide = studies.insert("insert into guide (study_id, number, title, published_at, published_by) "
				+ "values (?, 1, 'Guide', now(), ?) returning id", study.id(), lead);
		question(studies, study, guide, 1, "Which moments in your work give you joy?", "Joy in work");
		question(studies, study, guide, 2, "What would let you feel more valued here?", "Being valued");
		question(studies, study, guide, 3, "What did the pandemic change about your practice?", "Pandemic");
		Long site = studies.insert("insert into site (study_id, name, zone) values (?, 'Maple Street Clinic', "
				+ "'America/Denver') returning id", study.id());
		Long session = studies
			.insert("insert into focus_group_session (study_id, title, kind, site_id, zone, starts_at, "
					+ "minutes, setting, format, capacity, stage, guide_id, started_at, ended_at) values (?, 'Lunch talk', 'SITE', "
					+ "?, 'America/Denver', now(), 60, 'OVER_LUNCH', 'VIDEO', 8, 'HELD', ?, now(), now()) returning id",
					study.id(), site, guide);
		studies.insert("insert into session_facilitator (session_id, member_id, job) values (?, ?, 'MODERATOR') "
				+ "returning session_id", session, study.memberId(Role.FACILITATOR));
		studies.insert("insert into unscripted_question (study_id, session_id, wording, opened_at) "
				+ "values (?, ?, 'What makes the job difficult?', now()) returning id", study.id(), session);
		Long maria = participant(studies, study, site, session, "P03", "Maria Lopez");
		Long grace = participant(studies, study, site, session, "P04", "Grace O'Brien");
		return new HeldSession(study, session, maria, grace);
	}

	String path() {
		return this.study.path("/sessions/" + this.id + "/transcript");
	}

	String moderator() {
		return "facilitator:" + this.study.memberId(Role.FACILITATOR);
	}

	private static void question(TestStudies studies, TestStudy study, Long guide, int position, String wording,
			String domain) {
		studies.insert(
				"insert into guide_question (guide_id, study_id, question_key, position, wording, domain, polarity, "
						+ "minutes) values (?, ?, gen_random_uuid(), ?, ?, ?, 'OPEN', 5) returning id",
				guide, study.id(), position, wording, domain);
	}

	private static Long participant(TestStudies studies, TestStudy study, Long site, Long session, String code,
			String name) {
		Long id = studies.insert("insert into participant (study_id, code, site_id) values (?, ?, ?) returning id",
				study.id(), code, site);
		studies.insert("insert into participant_key (participant_id, study_id, name) values (?, ?, ?) "
				+ "returning participant_id", id, study.id(), name);
		return studies
			.insert("insert into session_participant (session_id, participant_id, attended) values (?, ?, true) "
					+ "returning participant_id", session, id);
	}

}
