package org.projectthrive.session.marks;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.session.roster.NameLearned;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Words about a study as a whole, and two people of two of its sessions. */
@ThriveTest
class StudyCopiesTests {

	/** A study of many long sessions takes 60 of 2,000 turns; the build takes less. */
	private static final int SESSIONS = Integer.getInteger("thrive.names.sessions", 2);

	private static final int TURNS = Integer.getInteger("thrive.names.turns", 50);

	@Autowired
	private TestStudies studies;

	@Autowired
	private NameSearch search;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private TestPerson writer;

	private RunningSession first;

	@BeforeEach
	void signIn() {
		this.study = this.studies.fresh();
		this.writer = this.study.person(Role.LEAD);
		this.first = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		SecurityContextHolder.getContext().setAuthentication(this.writer.authentication());
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("P3 words about the study give a name that two people have to neither of them, whichever session is searched")
	void sharedNamesAreNobodysCode() {
		RunningSession second = RunningSession.make(this.jdbc, this.study.id());
		this.jdbc.sql("delete from session_participant where session_id = ? and participant_id = ?")
			.params(second.id(), participant("P01"))
			.update();
		name("P01", "Hildegunda Firstling");
		name("P02", "Hildegunda Otherling");
		this.jdbc.sql("delete from session_participant where session_id = ? and participant_id = ?")
			.params(this.first.id(), participant("P02"))
			.update();
		Long theme = theme("Hildegunda said so; ask Firstling and Hildegunda Otherling.");

		this.search.again(this.study.id(), second.id());

		assertThat(definition(theme)).isEqualTo("[name] said so; ask P01 and P02.");
		this.search.again(this.study.id(), this.first.id());
		assertThat(this.jdbc.sql("select version from theme where id = ?").param(theme).query(Integer.class).single())
			.as("covered once")
			.isEqualTo(1);
	}

	@Test
	@DisplayName("P3 words that somebody changes in the moment in which the roster learns a name are covered as they are then")
	void changedWordsAreCovered() {
		Long theme = theme("Like Hildegunda");

		CompletableFuture<Void> learned = this.transactions.execute((status) -> {
			this.jdbc.sql("update theme set definition = 'Unlike Hildegunda and Firstling' where id = ?")
				.param(theme)
				.update();
			CompletableFuture<Void> learner = CompletableFuture.runAsync(() -> learn("Hildegunda Firstling"));
			await()
				.until(() -> learner.isDone() || this.jdbc.sql("select exists (select from pg_locks where not granted)")
					.query(Boolean.class)
					.single());
			return learner;
		});
		assertThat(learned).isNotNull();
		learned.join();

		assertThat(definition(theme)).isEqualTo("Unlike P01 and P01");
	}

	@Test
	@DisplayName("P3 N6 a name is learned among many long sessions; what it took is reported")
	void namesAreLearnedAmongManySessions(TestReporter reporter) {
		for (int session = 0; session < SESSIONS; session++) {
			talk(RunningSession.make(this.jdbc, this.study.id()).id());
		}
		long start = System.nanoTime();

		learn("Hildegunda Firstling");

		reporter.publishEntry("a name learned among %d sessions of %d turns, ms".formatted(SESSIONS, TURNS),
				String.valueOf((System.nanoTime() - start) / 1_000_000));
		assertThat(texts("%P01%")).isEqualTo((long) SESSIONS * (1 + TURNS / 100));
		assertThat(texts("%Hildegunda%")).isZero();
	}

	private void talk(Long session) {
		Long transcript = this.studies.insert(
				"insert into transcript (study_id, session_id, format, imported_by, "
						+ "imported_at) values (?, ?, 'PLAIN_TEXT', ?, now()) returning id",
				this.study.id(), session, this.writer.id());
		Long speaker = this.studies.insert(
				"insert into speaker (study_id, transcript_id, label) values (?, ?, 'P02') returning id",
				this.study.id(), transcript);
		this.jdbc.sql("""
				insert into turn (study_id, transcript_id, session_id, position, speaker_id, text)
				select ?, ?, ?, i, ?, 'I think that the in-basket ' || i || ' takes more than it gives to all of us'
				    || case when i % 100 = 0 then ', Hildegunda.' else '.' end from generate_series(0, ?) i""")
			.params(this.study.id(), transcript, session, speaker, TURNS)
			.update();
	}

	private long texts(String like) {
		return this.jdbc.sql("select count(*) from turn where study_id = ? and text like ?")
			.params(this.study.id(), like)
			.query(Long.class)
			.single();
	}

	private void learn(String name) {
		SecurityContextHolder.getContext().setAuthentication(this.writer.authentication());
		this.transactions.executeWithoutResult((status) -> {
			name("P01", name);
			this.events.publishEvent(new NameLearned(this.study.id(), participant("P01")));
		});
	}

	private void name(String code, String name) {
		this.jdbc.sql("insert into participant_key (participant_id, study_id, name) values (?, ?, ?)")
			.params(participant(code), this.study.id(), name)
			.update();
	}

	private Long participant(String code) {
		return this.jdbc.sql("select id from participant where study_id = ? and code = ?")
			.params(this.study.id(), code)
			.query(Long.class)
			.single();
	}

	private Long theme(String definition) {
		return this.studies.insert("insert into theme (study_id, name, definition, theme_group, colour) "
				+ "values (?, 'Time', ?, 'NONE', 1) returning id", this.study.id(), definition);
	}

	private String definition(Long theme) {
		return this.jdbc.sql("select definition from theme where id = ?").param(theme).query(String.class).single();
	}

}
