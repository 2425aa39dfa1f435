package org.projectthrive.transcript;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.review.domain.DomainService;
import org.projectthrive.study.Role;
import org.projectthrive.support.StoredTexts;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Plants names that no roster knows through every input of a session, and of what is
 * written about it; then the roster learns them.
 */
@ThriveTest
class LateNamesTests {

	/** Somebody who is added to the roster in the end. */
	private static final String ADDED = "balthasar|quistgaard|baltie|bquist|thorvald";

	/** Somebody who was on it under another name. */
	private static final String RENAMED = "ottavia|ravensworth";

	private static final String WORDS = "Balthasar Quistgaard met Baltie, Dr. Quistgaard and Ulrika Thorvald; write to "
			+ "bquist@clinic.example. Ottavia Ravensworth was there, too.";

	/**
	 * Made for names, or not about what was said: who somebody is, who holds a recording,
	 * where people meet, what is sent to whom.
	 */
	private static final Set<String> MADE_FOR_NAMES = Set.of("participant_key", "person", "mail_outbox",
			"recording.holder", "recording.place", "focus_group_session.place");

	/** Where names were planted, so that none of it is left out by mistake. */
	private static final Set<String> PLANTED = Set.of("focus_group_session.title", "focus_group_session.others_roles",
			"note.text", "note_revision.text", "unscripted_question.wording", "parked_topic.text", "debrief.top_themes",
			"debrief.surprises", "debrief.differences", "debrief.climate", "debrief.guide_changes", "turn.text",
			"turn_revision.text", "coding.memo", "coding_flag.words_before", "theme.name", "theme.definition",
			"theme.use_when", "theme.not_when", "theme.example", "summary_point.text", "summary_quote.text",
			"quote_flag.words_before", "domain.name", "contrast_topic.name", "contrast_statement.text",
			"finding.statement");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private DomainService domains;

	@Autowired
	private JdbcClient jdbc;

	private final UUID note = UUID.randomUUID();

	private TestStudy study;

	private HeldSession session;

	private Long turn;

	private Long theme;

	@BeforeEach
	void plant() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
		this.jdbc.sql("update focus_group_session set title = ?, others_roles = 'A nurse of Balthasar' where id = ?")
			.params("Balthasar and Ottavia at lunch", this.session.id())
			.update();
		takeNotes();
		importTranscript();
		analyse();
		changeWordsThatAreUsed();
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("P3 N6 a name that the roster learns late is taken out of everything that is stored about a session at once")
	void lateNamesAreTakenOutEverywhere() {
		assertThat(columns(ADDED)).isEqualTo(PLANTED);
		Long coding = code("turn_id = " + this.turn, text("turn", this.turn), "Balthasar Quistgaard met");

		learn("/participants", "Balthasar Quistgaard", "Baltie", "bquist@clinic.example", "Ulrika Thorvald");

		assertThat(found(ADDED)).isEmpty();
		assertThat(
				this.jdbc.sql("select version from theme where id = ?").param(this.theme).query(Integer.class).single())
			.as("a form that is open is old now")
			.isPositive();
		assertThat(columns(RENAMED)).as("nobody knows this one yet").contains("turn.text", "note_revision.text");
		assertThat(words(coding)).isEqualTo("P05 met");
		assertThat(text("turn", this.turn)).startsWith("So P05 met P05, P05 and [manager]; write to [e-mail].");
		assertThat(this.jdbc.sql("select wording from unscripted_question where session_id = ? order by id")
			.param(this.session.id())
			.query(String.class)
			.list()).hasSize(4).contains("What would P05 need?").doesNotHaveDuplicates();

		learn("/participants/" + this.session.maria(), "Ottavia Ravensworth", "", "o@clinic.example", "");

		assertThat(found(ADDED + "|" + RENAMED)).isEmpty();
		assertThat(text("turn", this.turn)).endsWith("[e-mail]. P03 was there, too.");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where study_id = ? and action = 'names.searched' and subject_id = ?")
			.params(this.study.id(), String.valueOf(this.session.id()))
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	private void takeNotes() {
		assertThat(put("/notes/" + this.note, 0, WORDS)).hasStatus(HttpStatus.CREATED);
		assertThat(put("/notes/" + this.note, 1, "So " + WORDS)).hasStatusOk();
		assertThat(put("/notes/" + this.note, 1, "Refused: " + WORDS)).hasStatus(HttpStatus.CONFLICT);
		UUID deleted = UUID.randomUUID();
		assertThat(put("/notes/" + deleted, 0, "Deleted: " + WORDS)).hasStatus(HttpStatus.CREATED);
		assertThat(put("/notes/" + deleted, 0, "Refused, then deleted: " + WORDS)).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.mvc.delete()
			.uri(path("/notes/" + deleted + "?version=1"))
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))).hasStatusOk();
		assertThat(put("/notes/" + deleted, 0, "Too late: " + WORDS)).hasStatus(HttpStatus.GONE);
		for (String name : List.of("Balthasar", "Quistgaard", "Ottavia")) {
			post(Role.FACILITATOR, path("/unscripted-questions"), Map.of("wording", "What would " + name + " need?"));
		}
		post(Role.FACILITATOR, path("/live/parked"), Map.of("text", WORDS));
		post(Role.FACILITATOR, path("/debrief"), Map.of("topThemes", WORDS, "surprises", WORDS, "differences", WORDS,
				"climate", WORDS, "guideChanges", WORDS, "version", "-1"));
	}

	private void importTranscript() {
		TranscriptDesk desk = new TranscriptDesk(this.mvc, this.session);
		String preview = desk.uploaded("talk.txt", "Test facilitator: Welcome.\nMaria Lopez: " + WORDS + "\n",
				Role.FACILITATOR);
		assertThat(desk.importAs(Role.FACILITATOR, preview, this.session.moderator(),
				"participant:" + this.session.maria()))
			.hasStatus3xxRedirection();
		this.turn = this.jdbc.sql("select max(id) from turn where session_id = ?")
			.param(this.session.id())
			.query(Long.class)
			.single();
	}

	private void analyse() {
		this.theme = this.studies.insert("""
				insert into theme (study_id, name, definition, use_when, not_when, example, theme_group, colour)
				values (?, 'Like Balthasar', ?, ?, ?, ?, 'NONE', 1) returning id""", this.study.id(), WORDS, WORDS,
				WORDS, WORDS);
		this.studies
			.insert("insert into theme (study_id, name, theme_group, colour) values (?, 'Like Baltie', 'NONE', 2) "
					+ "returning id", this.study.id());
		Long coding = code("note_id = '" + this.note + "'", "So " + WORDS, "Balthasar Quistgaard met");
		post(Role.ANALYST, this.study.path("/codings/" + coding + "/memo"), Map.of("memo", WORDS));
		Long domain = this.domains.ofStudy(this.study.id()).get(0).id();
		agreeToBeQuoted();
		String summary = this.study.path("/summaries/" + this.session.id());
		post(Role.ANALYST, summary, Map.of());
		post(Role.ANALYST, summary + "/content",
				Map.of("version", "0", "cells[" + domain + "].points", WORDS, "take", domain + ":turn:" + this.turn));
		post(Role.ANALYST, this.study.path("/domains"), Map.of("name", "What Balthasar says", "side", "DIFFICULT"));
		Long topic = this.studies.insert(
				"insert into contrast_topic (study_id, name, position) values (?, 'Balthasar', 1) returning id",
				this.study.id());
		this.studies.insert("insert into contrast_statement (study_id, topic_id, side, text, position) "
				+ "values (?, ?, 'DIFFICULT', ?, 1) returning id", this.study.id(), topic, WORDS);
		this.studies.insert(
				"insert into finding (study_id, statement, written_by, written_at) values (?, ?, ?, now()) returning id",
				this.study.id(), WORDS, this.study.person(Role.ANALYST).id());
	}

	/** What is flagged tells what it was before. */
	private void changeWordsThatAreUsed() {
		assertThat(put("/notes/" + this.note, 2, "So " + WORDS.replace("Quistgaard met", "met"))).hasStatusOk();
		post(Role.FACILITATOR, turnPath(), Map.of("text", "So " + WORDS.replace("too", "as well"), "version", "0"));
		post(Role.FACILITATOR, turnPath(), Map.of("text", "So " + WORDS, "version", "1"));
		post(Role.FACILITATOR, turnPath(),
				Map.of("text", "So " + WORDS.replace("there", "right there"), "version", "2"));
		post(Role.FACILITATOR, turnPath(), Map.of("text", "So " + WORDS, "version", "3"));
		this.jdbc.sql("""
				insert into quote_flag (study_id, cell_id, turn_id, words_before, flagged_at)
				select study_id, cell_id, turn_id, ?, now() from summary_quote where turn_id = ?""")
			.params(WORDS, this.turn)
			.update();
	}

	private void agreeToBeQuoted() {
		this.jdbc
			.sql("""
					with asked as (insert into consent_text (study_id, number, words, counts_under, quotes_under, published_at)
					    values (?, 1, 'Words', 5, 10, now()) returning id, study_id)
					insert into consent (study_id, participant_id, item, given, consent_text_id, how, recorded_at)
					select p.study_id, p.id, 'QUOTES', true, asked.id, 'VERBAL', now()
					from participant p join asked on asked.study_id = p.study_id""")
			.param(this.study.id())
			.update();
	}

	private void learn(String path, String name, String nickname, String mail, String manager) {
		String site = this.jdbc.sql("select min(id) from site where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single();
		post(Role.LEAD, this.study.path(path), Map.of("name", name, "nickname", nickname, "email", mail, "profession",
				"Nurse", "siteId", site, "reportsTo", manager));
	}

	private List<String> found(String names) {
		return StoredTexts.with(this.jdbc, names, MADE_FOR_NAMES);
	}

	private Set<String> columns(String names) {
		return found(names).stream().map((found) -> found.substring(0, found.indexOf(':'))).collect(Collectors.toSet());
	}

	private Long code(String source, String text, String words) {
		int start = text.indexOf(words);
		String[] parts = source.split(" = ", 2);
		return this.studies.insert(
				"insert into coding (study_id, session_id, %s, theme_id, analyst_id, start_at, end_at, coded_at) "
					.formatted(parts[0]) + "values (?, ?, %s, ?, ?, ?, ?, now()) returning id".formatted(parts[1]),
				this.study.id(), this.session.id(), this.theme, this.study.person(Role.ANALYST).id(), start,
				start + words.length());
	}

	private String words(Long coding) {
		return this.jdbc
			.sql("select substr(t.text, c.start_at + 1, c.end_at - c.start_at) from coding c "
					+ "join turn t on t.id = c.turn_id where c.id = ?")
			.param(coding)
			.query(String.class)
			.single();
	}

	private String text(String table, Long id) {
		return this.jdbc.sql("select text from " + table + " where id = ?").param(id).query(String.class).single();
	}

	private String turnPath() {
		return path("/transcript/turns/" + this.turn);
	}

	private String path(String path) {
		return this.study.path("/sessions/" + this.session.id() + path);
	}

	private void post(Role role, String path, Map<String, String> form) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.study.as(role));
		form.forEach(request::param);
		assertThat(request).as(path).hasStatus3xxRedirection();
	}

	private MvcTestResult put(String path, int base, String text) {
		String question = this.jdbc.sql("select min(id) from guide_question where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single();
		return this.mvc.put()
			.uri(path(path))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"questionId\": %s, \"kind\": \"QUOTE\", \"text\": \"%s\", \"baseVersion\": %d}"
				.formatted(question, text, base))
			.with(csrf())
			.with(this.study.as(Role.FACILITATOR))
			.exchange();
	}

}
