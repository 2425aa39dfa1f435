package org.projectthrive.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A held session of a test study: turns by P01 and P02 in turn, under one question, and
 * one live note.
 */
record Talk(TestStudy study, Long sessionId, List<Long> turns, UUID note, Long questionId) {

	static final String NOTE = "Nobody looks at the camera.";

	static Talk in(TestStudy study, TestStudies studies, JdbcClient jdbc, String... words) {
		Long id = study.id();
		Long lead = study.person(Role.LEAD).id();
		Long guide = studies.insert("insert into guide (study_id, number, title, published_at, published_by) "
				+ "select ?, coalesce(max(number), 0) + 1, 'Guide', now(), ? from guide where study_id = ? returning id",
				id, lead, id);
		Long question = studies
			.insert("insert into guide_question (guide_id, study_id, question_key, position, wording, domain, "
					+ "polarity, minutes) values (?, ?, ?, 1, 'What gives you joy?', 'Joy', 'ASSET', 5) returning id",
					guide, id, UUID.randomUUID());
		Long session = studies
			.insert("insert into focus_group_session (study_id, title, kind, zone, starts_at, minutes, setting, "
					+ "format, capacity, stage, guide_id) values (?, 'Session of a test', 'MAKE_UP', 'America/Denver', now(), 60, "
					+ "'OTHER', 'VIDEO', 8, 'HELD', ?) returning id", id, guide);
		Long transcript = studies
			.insert("insert into transcript (study_id, session_id, format, imported_by, imported_at) "
					+ "values (?, ?, 'PLAIN_TEXT', ?, now()) returning id", id, session, lead);
		List<Long> speakers = new ArrayList<>();
		for (String label : List.of("P01", "P02")) {
			speakers.add(
					studies.insert("insert into speaker (study_id, transcript_id, label) values (?, ?, ?) returning id",
							id, transcript, label));
		}
		List<Long> turns = new ArrayList<>();
		for (String said : words) {
			int n = turns.size();
			turns.add(studies.insert(
					"insert into turn (study_id, transcript_id, session_id, position, speaker_id, starts_ms, "
							+ "text, question_id) values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
					id, transcript, session, n + 1, speakers.get(n % 2), n * 10_000, said, question));
		}
		UUID note = UUID.randomUUID();
		jdbc.sql("insert into note (id, study_id, session_id, question_id, kind, text, author_id, version, created_at, "
				+ "changed_at) values (?, ?, ?, ?, 'NON_VERBAL', ?, ?, 1, now(), now())")
			.params(note, id, session, question, NOTE, lead)
			.update();
		return new Talk(study, session, turns, note, question);
	}

	static Long theme(TestStudy study, TestStudies studies, String name) {
		return studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, ?, 'NONE', 3) returning id",
				study.id(), name);
	}

	Long turn(int number) {
		return this.turns.get(number - 1);
	}

	String path(String path) {
		return this.study.path("/sessions/" + this.sessionId + path);
	}

}
