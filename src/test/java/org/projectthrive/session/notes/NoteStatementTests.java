package org.projectthrive.session.notes;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.marks.NamesAtHand;
import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.StudyAccess;
import org.projectthrive.support.SqlCount;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class NoteStatementTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private StudyAccess access;

	@Autowired
	private NoteService notes;

	@Autowired
	private JdbcClient jdbc;

	private Membership me;

	private RunningSession session;

	@BeforeEach
	void signIn() {
		TestStudy study = this.studies.fresh();
		TestPerson writer = study.person(Role.FACILITATOR);
		this.me = this.access.find(study.id(), writer.id()).orElseThrow();
		this.session = RunningSession.make(this.jdbc, study.id(), study.memberId(Role.FACILITATOR));
		SecurityContextHolder.getContext().setAuthentication(writer.authentication());
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("N3 a save takes seven statements at most, two of them for the names")
	void saveTakesSevenStatements() {
		UUID id = UUID.randomUUID();

		assertThat(statements(id, "first", 0, Saved.class)).isBetween(6L, 7L);
		assertThat(statements(id, "first", 0, Saved.class)).as("repeated").isBetween(5L, 7L);
		assertThat(statements(id, "second", 1, Saved.class)).as("edited").isBetween(6L, 7L);
		assertThat(statements(id, "third", 1, Refused.class)).as("refused").isBetween(5L, 7L);
		assertThat(statements(id, "fourth", 0, Refused.class)).as("refused as new").isBetween(5L, 7L);
	}

	@Test
	@DisplayName("N3 several notes that are sent at once are saved with the names read once")
	void namesAreReadOnceForSeveralNotes() {
		NamesAtHand names = new NamesAtHand();

		List<String> sent = SqlCount.of(() -> {
			for (int note = 0; note < 10; note++) {
				assertThat(this.notes.save(this.me, draft(UUID.randomUUID(), "Note " + note, 0), names))
					.isInstanceOf(Saved.class);
			}
		});

		assertThat(sent).filteredOn((sql) -> sql.contains("participant_key")).hasSize(1);
		assertThat(sent).hasSizeLessThanOrEqualTo(71);
	}

	private long statements(UUID id, String text, int baseVersion, Class<? extends NoteAnswer> expected) {
		NoteDraft draft = draft(id, text, baseVersion);

		return SqlCount.of(() -> assertThat(this.notes.save(this.me, draft)).isInstanceOf(expected)).size();
	}

	private NoteDraft draft(UUID id, String text, int baseVersion) {
		return new NoteDraft(id, this.me.study().id(), this.session.id(), this.me.personId(),
				this.session.firstQuestion(), null, null, NoteKind.QUOTE, "P01", text, baseVersion, null, null);
	}

}
