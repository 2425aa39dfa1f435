package org.projectthrive.transcript;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The roster learns a name in the moment in which a turn with it is saved. */
@ThriveTest
class TurnRaceTests {

	private static final String WORDS = "Theodelinda was here";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private StudyAccess access;

	@Autowired
	private TranscriptImport imports;

	@Autowired
	private Corrections corrections;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private TestPerson writer;

	private Membership me;

	private HeldSession session;

	@BeforeEach
	void signIn() {
		TestStudy study = this.studies.fresh();
		this.writer = study.person(Role.FACILITATOR);
		this.me = this.access.find(study.id(), this.writer.id()).orElseThrow();
		this.session = HeldSession.in(this.studies, study);
		SecurityContextHolder.getContext().setAuthentication(this.writer.authentication());
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("P3 X3 a transcript that is imported in the moment in which the roster learns a name does not keep it")
	void nameIsTakenOutOfWhatIsBeingImported() {
		UUID upload = uploaded("Maria Lopez: " + WORDS + "\n");

		whileSaving(() -> this.imports.importUpload(this.me.study().id(), this.session.id(), upload, this.me.personId(),
				voices(), true));

		assertThat(texts("turn")).containsExactly("Welcome.", "P03 was here");
	}

	@Test
	@DisplayName("P3 X6 a turn that is corrected in the moment in which the roster learns a name does not keep it")
	void nameIsTakenOutOfWhatIsBeingCorrected() {
		imported("Maria Lopez: I was here\n");
		Long turn = newestTurn();

		whileSaving(() -> assertThat(
				this.corrections.correct(this.me, this.session.id(), turn, CorrectionForm.of(WORDS, 0)))
			.isEmpty());

		assertThat(texts("turn")).containsExactly("Welcome.", "P03 was here");
	}

	@Test
	@DisplayName("P3 X6 earlier words that return in the moment in which the roster learns a name come without it")
	void nameIsTakenOutOfWhatReturns() {
		imported("Maria Lopez: " + WORDS + "\n");
		Long turn = newestTurn();
		this.corrections.correct(this.me, this.session.id(), turn, CorrectionForm.of("Nobody was here", 0));
		Long revision = this.jdbc.sql("select id from turn_revision where turn_id = ?")
			.param(turn)
			.query(Long.class)
			.single();

		whileSaving(() -> this.corrections.restore(this.me, this.session.id(), turn, revision, 1));

		assertThat(texts("turn")).containsExactly("Welcome.", "P03 was here");
		assertThat(texts("turn_revision")).containsExactlyInAnyOrder("P03 was here", "Nobody was here");
	}

	@Test
	@DisplayName("P3 control: who imports or corrects without holding the roster keeps the name")
	void withoutTheLockItStays() {
		imported("Maria Lopez: I was here\n");
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("update turn set text = ? where id = ?").params(WORDS, newestTurn()).update();
			this.jdbc
				.sql("""
						insert into turn (study_id, transcript_id, session_id, position, speaker_id, text)
						select study_id, transcript_id, session_id, 3, speaker_id, text || ', too' from turn where id = ?""")
				.param(newestTurn())
				.update();
			CompletableFuture.runAsync(this::learn).join();
		});

		assertThat(texts("turn")).containsExactly("Welcome.", WORDS, WORDS + ", too");
		this.jdbc.sql("update turn set text = 'I was here' where session_id = ?").param(this.session.id()).update();
	}

	/** Another thread begins to learn the name before this one has committed. */
	private void whileSaving(Runnable saving) {
		CompletableFuture<Void> learned = this.transactions.execute((status) -> {
			saving.run();
			CompletableFuture<Void> learner = CompletableFuture.runAsync(this::learn);
			await()
				.until(() -> learner.isDone() || this.jdbc.sql("select exists (select from pg_locks where not granted)")
					.query(Boolean.class)
					.single());
			return learner;
		});
		assertThat(learned).isNotNull();
		learned.join();
	}

	private void learn() {
		SecurityContextHolder.getContext().setAuthentication(this.writer.authentication());
		try {
			this.transactions.executeWithoutResult((status) -> {
				this.jdbc.sql("update participant_key set name = 'Theodelinda Sample' where participant_id = ?")
					.param(this.session.maria())
					.update();
				this.events.publishEvent(new NameLearned(this.me.study().id(), this.session.maria()));
			});
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private UUID uploaded(String said) {
		String preview = new TranscriptDesk(this.mvc, this.session).uploaded("talk.txt",
				"Test facilitator: Welcome.\n" + said, Role.FACILITATOR);
		return UUID.fromString(preview.substring(preview.lastIndexOf('/') + 1));
	}

	private void imported(String said) {
		this.imports.importUpload(this.me.study().id(), this.session.id(), uploaded(said), this.me.personId(), voices(),
				true);
	}

	private List<String> voices() {
		return List.of(this.session.moderator(), "participant:" + this.session.maria());
	}

	private Long newestTurn() {
		return this.jdbc.sql("select max(id) from turn where session_id = ?")
			.param(this.session.id())
			.query(Long.class)
			.single();
	}

	private List<String> texts(String table) {
		return this.jdbc
			.sql(table.equals("turn") ? "select text from turn where session_id = ? order by position"
					: "select r.text from turn_revision r join turn t on t.id = r.turn_id where t.session_id = ?")
			.param(this.session.id())
			.query(String.class)
			.list();
	}

}
