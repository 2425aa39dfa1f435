package org.projectthrive.session.notes;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A session in progress with two questions and the participants P01 and P02. */
public record RunningSession(JdbcClient jdbc, Long studyId, Long id, Long firstQuestion, Long secondQuestion) {

	/** Makes one, led by the given members. */
	public static RunningSession make(JdbcClient jdbc, Long studyId, Long... memberIds) {
		Long site = insert(jdbc, "insert into site (study_id, name, zone) values (?, ?, 'America/Denver') returning id",
				studyId, "Site " + UUID.randomUUID());
		Long guide = insert(jdbc,
				"""
						insert into guide (study_id, number, title, published_at, published_by)
						select id, (select coalesce(max(number), 0) + 1 from guide where study_id = study.id), 'Guide', now(), created_by
						from study where id = ? returning id""",
				studyId);
		Long session = insert(jdbc,
				"""
						insert into focus_group_session (study_id, title, kind, site_id, zone, starts_at, minutes, setting, format,
						    capacity, stage, guide_id, started_at)
						values (?, 'Maple Street', 'SITE', ?, 'America/Denver', now(), 60, 'OVER_LUNCH', 'VIDEO', 8, 'IN_PROGRESS', ?,
						    now() - interval '5 minutes') returning id""",
				studyId, site, guide);
		for (Long memberId : memberIds) {
			jdbc.sql("insert into session_facilitator (session_id, member_id, job) values (?, ?, 'NOTE_TAKER')")
				.params(session, memberId)
				.update();
		}
		for (String code : List.of("P01", "P02")) {
			jdbc.sql("""
					with p as (insert into participant (study_id, code, site_id) values (?, ?, ?)
					    on conflict on constraint participant_code_once_per_study do update set code = excluded.code
					    returning id)
					insert into session_participant (session_id, participant_id) select ?, id from p""")
				.params(studyId, code, site, session)
				.update();
		}
		return new RunningSession(jdbc, studyId, session, question(jdbc, studyId, guide, 1, "What gives you joy here?"),
				question(jdbc, studyId, guide, 2, "What makes a good team?"));
	}

	public String path(String path) {
		return "/studies/" + this.studyId + "/sessions/" + this.id + path;
	}

	/** The given member asks the questions. */
	public RunningSession moderatedBy(Long memberId) {
		this.jdbc.sql("update session_facilitator set job = 'MODERATOR' where session_id = ? and member_id = ?")
			.params(this.id, memberId)
			.update();
		return this;
	}

	/** Moves the session to a stage that follows its end. */
	public void ended(String stage, String ago) {
		this.jdbc.sql("update focus_group_session set stage = ?, ended_at = now() - cast(? as interval) where id = ?")
			.params(stage, ago, this.id)
			.update();
	}

	public void stage(String stage) {
		this.jdbc.sql("update focus_group_session set stage = ? where id = ?").params(stage, this.id).update();
	}

	public String currentStage() {
		return this.jdbc.sql("select stage from focus_group_session where id = ?")
			.param(this.id)
			.query(String.class)
			.single();
	}

	/** All accepted, or all refused, texts of a note. */
	public List<String> texts(UUID noteId, boolean accepted) {
		return this.jdbc.sql("select text from note_revision where note_id = ? and accepted = ? order by version, id")
			.params(noteId, accepted)
			.query(String.class)
			.list();
	}

	public int noteCount() {
		return this.jdbc.sql("select count(*) from note where session_id = ?")
			.param(this.id)
			.query(Integer.class)
			.single();
	}

	private static Long question(JdbcClient jdbc, Long studyId, Long guide, int position, String wording) {
		return insert(jdbc,
				"""
						insert into guide_question (guide_id, study_id, question_key, position, wording, domain, polarity, minutes, probes)
						values (?, ?, gen_random_uuid(), ?, ?, 'Domain', 'OPEN', 5, 'Tell us about a moment.') returning id""",
				guide, studyId, position, wording);
	}

	private static Long insert(JdbcClient jdbc, String sql, Object... parameters) {
		return jdbc.sql(sql).params(parameters).query(Long.class).single();
	}

}
