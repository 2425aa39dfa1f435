package org.projectthrive.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A study whose three sessions were held and coded: a guide of three questions, one turn
 * of talk a question and session, one theme under the first question in all sessions and
 * one under the second in a single session.
 */
public record ReviewFixture(TestStudy study, TestPerson secondAnalyst, List<UUID> keys, List<Long> sessions,
		Map<String, Long> turns, Map<String, Long> themes) {

	public static final List<String> WORDS = List.of(
			"We laugh at the desk before clinic and it carries the whole morning",
			"Nobody booked the meeting hour and it went to patients", "I would keep the skin mornings if I could");

	public static ReviewFixture in(TestStudies studies, JdbcClient jdbc) {
		TestStudy study = studies.fresh();
		TestPerson second = studies.person("second analyst");
		studies.member(study.id(), second, Role.ANALYST);
		return in(studies, jdbc, study, second);
	}

	static ReviewFixture in(TestStudies studies, JdbcClient jdbc, TestStudy study, TestPerson second) {
		Long lead = study.person(Role.LEAD).id();
		Long guide = studies.insert("insert into guide (study_id, number, title, published_at, published_by) "
				+ "values (?, 1, 'Guide', now(), ?) returning id", study.id(), lead);
		List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
		List<Long> questions = new ArrayList<>();
		List<String> domains = List.of("Joy in work", "Togetherness", "Scope of practice");
		for (int q = 0; q < 3; q++) {
			questions.add(studies.insert(
					"insert into guide_question (guide_id, study_id, question_key, position, wording, domain, polarity, minutes) "
							+ "values (?, ?, ?, ?, ?, ?, 'ASSET', 5) returning id",
					guide, study.id(), keys.get(q), q + 1, "What about " + domains.get(q) + "?", domains.get(q)));
		}
		Long site = studies.insert(
				"insert into site (study_id, name, zone) values (?, 'Maple Street', 'America/Denver') returning id",
				study.id());
		List<Long> sessions = new ArrayList<>();
		Map<String, Long> turns = new HashMap<>();
		for (int s = 1; s <= 3; s++) {
			sessions.add(session(studies, study, guide, site, s));
			Long transcript = studies.insert(
					"insert into transcript (study_id, session_id, format, imported_by, imported_at) "
							+ "values (?, ?, 'PLAIN_TEXT', ?, now()) returning id",
					study.id(), sessions.get(s - 1), lead);
			Long speaker = studies.insert(
					"insert into speaker (study_id, transcript_id, label) values (?, ?, 'P01') returning id",
					study.id(), transcript);
			for (int q = 0; q < 3; q++) {
				turns.put(s + ":" + (q + 1), studies.insert(
						"insert into turn (study_id, transcript_id, session_id, position, speaker_id, starts_ms, text, question_id) "
								+ "values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
						study.id(), transcript, sessions.get(s - 1), q + 1, speaker, (q + 1) * 60000, WORDS.get(q),
						questions.get(q)));
			}
		}
		ReviewFixture fixture = new ReviewFixture(study, second, keys, sessions, turns,
				Map.of("desk", theme(studies, study, "Laughing at the desk", "POSITIVE"), "meetings",
						theme(studies, study, "Meetings without an hour", "BARRIER")));
		List.of("1:1", "2:1", "3:1").forEach((turn) -> fixture.code(jdbc, turn, "desk"));
		fixture.code(jdbc, "2:2", "meetings");
		return fixture;
	}

	public Long turn(int session, int question) {
		return Objects.requireNonNull(this.turns.get(session + ":" + question));
	}

	public Long theme(String key) {
		return Objects.requireNonNull(this.themes.get(key));
	}

	public Long session(int number) {
		return this.sessions.get(number - 1);
	}

	public String path(String path) {
		return this.study.path(path);
	}

	private void code(JdbcClient jdbc, String turn, String theme) {
		jdbc.sql("insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, end_at, coded_at) "
				+ "values (?, ?, ?, ?, ?, 0, 8, now())")
			.params(this.study.id(), this.sessions.get(Integer.parseInt(turn.substring(0, 1)) - 1),
					this.turns.get(turn), theme(theme), this.study.person(Role.ANALYST).id())
			.update();
	}

	private static Long session(TestStudies studies, TestStudy study, Long guide, Long site, int n) {
		String where = (n < 3) ? "'SITE', " + site : "'MAKE_UP', null";
		return studies
			.insert("insert into focus_group_session (study_id, title, kind, site_id, zone, starts_at, minutes, setting, "
					+ "format, capacity, stage, guide_id) values (?, ?, " + where + ", 'America/Denver', "
					+ "now() - make_interval(days => ?), 60, 'OVER_LUNCH', 'VIDEO', 8, 'TRANSCRIBED', ?) returning id",
					study.id(), "Conversation " + n, 40 - n, guide);
	}

	private static Long theme(TestStudies studies, TestStudy study, String name, String group) {
		return studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, ?, ?, 3) returning id", study.id(),
				name, group);
	}

}
