package org.projectthrive.session.notes;

import java.util.List;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.StudyAccess;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class NoteStatementTests {

	private static final Logger JDBC = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

	private static final Logger JPA = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");

	@Autowired
	private TestStudies studies;

	@Autowired
	private StudyAccess access;

	@Autowired
	private NoteService notes;

	@Autowired
	private JdbcClient jdbc;

	private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

	private Membership me;

	private RunningSession session;

	@BeforeEach
	void listen() {
		TestStudy study = this.studies.fresh();
		TestPerson writer = study.person(Role.FACILITATOR);
		this.me = this.access.find(study.id(), writer.id()).orElseThrow();
		this.session = RunningSession.make(this.jdbc, study.id(), study.memberId(Role.FACILITATOR));
		SecurityContextHolder.getContext().setAuthentication(writer.authentication());
		this.heard.start();
		for (Logger logger : List.of(JDBC, JPA)) {
			logger.setLevel(Level.DEBUG);
			logger.setAdditive(false);
			logger.addAppender(this.heard);
		}
	}

	@AfterEach
	void stopListening() {
		for (Logger logger : List.of(JDBC, JPA)) {
			logger.detachAppender(this.heard);
			logger.setLevel(null);
			logger.setAdditive(true);
		}
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("N3 a save takes six statements at most, one of them for the names")
	void saveTakesSixStatements() {
		UUID id = UUID.randomUUID();

		assertThat(statements(id, "first", 0, Saved.class)).isBetween(5L, 6L);
		assertThat(statements(id, "first", 0, Saved.class)).as("repeated").isBetween(4L, 6L);
		assertThat(statements(id, "second", 1, Saved.class)).as("edited").isBetween(5L, 6L);
		assertThat(statements(id, "third", 1, Refused.class)).as("refused").isBetween(4L, 6L);
		assertThat(statements(id, "fourth", 0, Refused.class)).as("refused as new").isBetween(4L, 6L);
	}

	private long statements(UUID id, String text, int baseVersion, Class<? extends NoteAnswer> expected) {
		this.heard.list.clear();
		NoteDraft draft = new NoteDraft(id, this.me.study().id(), this.session.id(), this.me.personId(),
				this.session.firstQuestion(), null, null, NoteKind.QUOTE, "P01", text, baseVersion, null, null);

		assertThat(this.notes.save(this.me, draft)).isInstanceOf(expected);

		String thread = Thread.currentThread().getName();
		return List.copyOf(this.heard.list)
			.stream()
			.filter((event) -> event.getThreadName().equals(thread))
			.filter((event) -> event.getLoggerName().equals(JPA.getName())
					|| event.getMessage().startsWith("Executing prepared SQL statement"))
			.count();
	}

}
