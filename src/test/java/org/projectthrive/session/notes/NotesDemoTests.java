package org.projectthrive.session.notes;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.NoteRow;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class NotesDemoTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private NotesDemo notes;

	@Autowired
	private Sessions sessions;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("A4 the demo's six sessions have live notes at the time they were typed")
	void demoHasNotes() {
		DemoStudy demo = new DemoStudy();
		List<RunningSession> held = prepare(demo);

		this.transactions.executeWithoutResult((status) -> this.notes.load(demo));

		assertThat(held).allSatisfy((session) -> assertThat(session.noteCount()).isBetween(14, 20));
		NoteRow first = this.sessions.notes(demo.studyId(), demo.id("session:1")).get(0);
		assertThat(demo.value("note:1:1")).isEqualTo(first.id());
		assertThat(this.jdbc.sql("""
				select count(*) from note n join focus_group_session s on s.id = n.session_id
				where n.study_id = ? and n.created_at not between s.started_at and s.ended_at""")
			.param(demo.studyId())
			.query(Integer.class)
			.single()).isZero();
	}

	/** What the parts before this one leave behind. */
	private List<RunningSession> prepare(DemoStudy demo) {
		TestStudy study = this.studies.fresh();
		demo.put("study", study.id());
		demo.put("person:lead@thrive.example", study.person(Role.LEAD).id());
		demo.put("person:second.facilitator@thrive.example", study.person(Role.FACILITATOR).id());
		List<RunningSession> sessions = new ArrayList<>();
		for (int number = 1; number <= DemoStudy.SESSIONS.size(); number++) {
			RunningSession session = RunningSession.make(this.jdbc, study.id(), study.memberId(Role.FACILITATOR));
			this.jdbc.sql("update focus_group_session set started_at = now() - interval '60 days' where id = ?")
				.param(session.id())
				.update();
			session.ended("HELD", "1439 hours");
			demo.put("session:" + number, session.id());
			for (String part : List.of("difficult", "well")) {
				demo.put("unscripted:" + number + ":" + part,
						this.studies.insert(
								"""
										insert into unscripted_question (study_id, session_id, wording, opened_at) values (?, ?, ?, now())
										returning id""",
								study.id(), session.id(), part));
			}
			sessions.add(session);
		}
		for (int question = 1; question <= 9; question++) {
			demo.put("question:q" + question, sessions.get(0).firstQuestion());
		}
		return sessions;
	}

}
