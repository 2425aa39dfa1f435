package org.projectthrive.session.debrief;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.mail.Outbox;
import org.projectthrive.platform.web.HomeAddress;
import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class DebriefReminderTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private Outbox outbox;

	@Autowired
	private HomeAddress home;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private RunningSession session;

	private Instant end;

	@BeforeEach
	void endSession() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR),
				this.study.memberId(Role.LEAD));
		this.session.ended("HELD", "0 seconds");
		this.end = this.jdbc.sql("select ended_at from focus_group_session where id = ?")
			.param(this.session.id())
			.query(Instant.class)
			.single();
	}

	@Test
	@DisplayName("N5 both facilitators are reminded two hours and a day after the end, once each, also by a new server")
	void remindsTwiceAndOnceEach() {
		remindAfter(Duration.ofMinutes(119));
		assertThat(mails()).isEmpty();

		remindAfter(Duration.ofMinutes(121));
		remindAfter(Duration.ofMinutes(122));
		assertThat(mails()).containsOnly("debrief-FIRST").hasSize(2);

		this.jdbc.sql("delete from mail_outbox where study_id = ?").param(this.study.id()).update();
		remindAfter(Duration.ofHours(23));
		assertThat(mails()).as("sent mails may be forgotten").isEmpty();

		remindAfter(Duration.ofHours(25));
		remindAfter(Duration.ofHours(26));
		assertThat(mails()).containsOnly("debrief-SECOND").hasSize(2);
	}

	@Test
	@DisplayName("N5 a server that was down for a day sends the later reminder only, and after a week none")
	void catchesUpOnce() {
		remindAfter(Duration.ofHours(30));
		assertThat(mails()).containsOnly("debrief-SECOND").hasSize(2);

		this.jdbc.sql("delete from mail_outbox where study_id = ?").param(this.study.id()).update();
		this.jdbc.sql("delete from debrief_reminder where study_id = ?").param(this.study.id()).update();
		remindAfter(Duration.ofDays(8));
		assertThat(mails()).isEmpty();
	}

	@Test
	@DisplayName("N5 nobody is reminded of what was debriefed or cancelled meanwhile")
	void remindsOnlyOfWhatIsDue() {
		this.session.stage("CANCELLED");
		remindAfter(Duration.ofHours(3));
		assertThat(mails()).isEmpty();

		this.session.stage("HELD");
		this.jdbc.sql("""
				insert into debrief (session_id, study_id, top_themes, written_by, written_at)
				values (?, ?, 'Time', ?, now())""")
			.params(this.session.id(), this.study.id(), this.study.person(Role.LEAD).id())
			.update();
		remindAfter(Duration.ofHours(3));
		assertThat(mails()).isEmpty();
	}

	@Test
	@DisplayName("P3 a reminder names nobody and nothing, and links to the debrief")
	void remindersAreNeutral() {
		remindAfter(Duration.ofHours(3));

		String mail = this.jdbc
			.sql("select string_agg(subject || ' ' || body, ' ') from mail_outbox where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single();
		assertThat(mail).contains(this.session.path("/debrief")).doesNotContain("Maple", "Test", "P01");
		assertThat(this.jdbc.sql("select distinct subject from mail_outbox where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single()).isEqualTo("A form on Thrive is waiting for you");
	}

	/** A server of its own with its clock moved on; sessions of others are left alone. */
	private void remindAfter(Duration time) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc
				.sql("update focus_group_session set ended_at = ended_at - interval '100 years' where study_id <> ?")
				.param(this.study.id())
				.update();
			new DebriefReminders(this.jdbc, this.outbox, this.home, this.transactions,
					Clock.fixed(this.end.plus(time), ZoneOffset.UTC))
				.remind();
			this.jdbc
				.sql("update focus_group_session set ended_at = ended_at + interval '100 years' where study_id <> ?")
				.param(this.study.id())
				.update();
		});
	}

	private List<String> mails() {
		return this.jdbc.sql("select kind from mail_outbox where study_id = ? order by id")
			.param(this.study.id())
			.query(String.class)
			.list();
	}

}
