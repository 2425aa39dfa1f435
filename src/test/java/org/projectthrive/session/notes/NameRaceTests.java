package org.projectthrive.session.notes;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.marks.NamesAtHand;
import org.projectthrive.session.roster.NameLearned;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.StudyAccess;
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

@ThriveTest
class NameRaceTests {

	private static final String WORDS = "Wilhelmina was here";

	@Autowired
	private TestStudies studies;

	@Autowired
	private StudyAccess access;

	@Autowired
	private NoteService notes;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private final UUID note = UUID.randomUUID();

	private TestPerson writer;

	private Membership me;

	private RunningSession session;

	@BeforeEach
	void signIn() {
		TestStudy study = this.studies.fresh();
		this.writer = study.person(Role.FACILITATOR);
		this.me = this.access.find(study.id(), this.writer.id()).orElseThrow();
		this.session = RunningSession.make(this.jdbc, study.id(), study.memberId(Role.FACILITATOR));
		SecurityContextHolder.getContext().setAuthentication(this.writer.authentication());
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("P3 N6 a note that is saved in the moment in which the roster learns a name does not keep it")
	void nameIsTakenOutOfWhatIsBeingSaved() {
		CompletableFuture<Void> learned = this.transactions.execute((status) -> {
			this.notes.save(this.me, draft(this.note));
			CompletableFuture<Void> learner = CompletableFuture.runAsync(this::learn);
			await().until(() -> learner.isDone()
					|| this.jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
						.query(Boolean.class)
						.single());
			return learner;
		});
		assertThat(learned).isNotNull();
		learned.join();

		assertThat(this.session.texts(this.note, true)).containsOnly("P01 was here");
	}

	@Test
	@DisplayName("P3 N6 of several notes that are sent at once the later ones do not keep a name that is learned in between")
	void nameIsLearnedBetweenTwoNotes() {
		NamesAtHand names = new NamesAtHand();
		UUID later = UUID.randomUUID();

		this.notes.save(this.me, draft(this.note), names);
		assertThat(this.session.texts(this.note, true)).containsOnly(WORDS);
		learn();
		this.notes.save(this.me, draft(later), names);

		assertThat(this.session.texts(this.note, true)).containsOnly("P01 was here");
		assertThat(this.session.texts(later, true)).containsOnly("P01 was here");
	}

	@Test
	@DisplayName("P3 control: who saves without holding the roster keeps the name")
	void withoutTheLockItStays() {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc
				.sql("""
						insert into note (id, study_id, session_id, question_id, kind, text, author_id, version, created_at, changed_at)
						values (?, ?, ?, ?, 'QUOTE', ?, ?, 1, now(), now())""")
				.params(this.note, this.me.study().id(), this.session.id(), this.session.firstQuestion(), WORDS,
						this.me.personId())
				.update();
			CompletableFuture.runAsync(this::learn).join();
		});

		assertThat(this.jdbc.sql("select text from note where id = ?").param(this.note).query(String.class).single())
			.isEqualTo(WORDS);
		this.jdbc.sql("delete from note where id = ?").param(this.note).update();
	}

	private NoteDraft draft(UUID id) {
		return new NoteDraft(id, this.me.study().id(), this.session.id(), this.me.personId(),
				this.session.firstQuestion(), null, null, NoteKind.QUOTE, "P01", WORDS, 0, null, null);
	}

	private void learn() {
		SecurityContextHolder.getContext().setAuthentication(this.writer.authentication());
		try {
			this.transactions.executeWithoutResult((status) -> {
				Long participant = this.jdbc
					.sql("""
							insert into participant_key (participant_id, study_id, name) select id, study_id, 'Wilhelmina Sample'
							from participant where study_id = ? and code = 'P01'
							on conflict (participant_id) do update set name = excluded.name returning participant_id""")
					.param(this.me.study().id())
					.query(Long.class)
					.single();
				this.events.publishEvent(new NameLearned(this.me.study().id(), participant));
			});
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
