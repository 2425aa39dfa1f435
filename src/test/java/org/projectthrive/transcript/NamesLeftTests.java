package org.projectthrive.transcript;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.projectthrive.study.Role;
import org.projectthrive.support.Links;
import org.projectthrive.support.StoredTexts;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Goes a study's way with seeded names, and looks everywhere whether one is left. */
@ThriveTest
class NamesLeftTests {

	/** Any of these, in any case, is a name that is left. */
	private static final String SEEDED = "quillon|quilon|abernathy|abernaty|vosse|thessaly|grimaldi|ottoline"
			+ "|farquhar|jos[eé]\\W+ñandú|ñand[uú]|nandu|pemberley|q\\.\\s?a\\.v|qav\\M|oddny|skeggjason";

	/** Known only after the import. */
	private static final String LATE = "|zebulon";

	private static final String FORMS = "Quillon said so. QUILLON! I asked quillon's nurse, Dr. Vosse, and Abernathy-Vosse, "
			+ "Quillon; Vosse, Quillon, and Q. Vosse or Quillon A.-V. came. Quilon and Abernaty, Q.A.V., QAV, qvosse. "
			+ "Write to q.vosse@clinic.example or see https://web.example/vosse. José Ñandú, Jose\u0301 Nandu, NANDÚ’s. "
			+ "Ottoline asked, Mrs. Farquhar nodded. Grimaldi is my manager, Thessaly Grimaldi. Pemberley spoke.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private TestStudy study;

	private HeldSession session;

	@BeforeEach
	void seed() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
		this.jdbc.sql("update person set name = 'Ottoline Farquhar' where id = ?")
			.param(this.study.person(Role.FACILITATOR).id())
			.update();
		name(this.session.maria(), "Quillon Abernathy-Vosse, MD", "Pemberley", "q.vosse@clinic.example");
		name(this.session.grace(), "José Ñandú", "", "");
		this.logged.start();
		root().addAppender(this.logged);
	}

	@AfterEach
	void stopListening() {
		root().detachAppender(this.logged);
		SecurityContextHolder.clearContext();
	}

	@Test
	@DisplayName("P3 X3 N6 after import, notes, debrief and coding no seeded name is in the database, a page or a log")
	void noNameIsLeft() {
		importTranscript();
		takeNotes();

		assertThat(turns()).contains("P03 said so").contains("[Moderator] asked").contains("[manager] is my manager");
		assertNoneIsLeft(SEEDED);
	}

	@Test
	@DisplayName("P3 N6 a name that becomes known late is taken out of turns, notes and their versions, and codings move along")
	void lateNamesAreTakenOut() {
		importTranscript();
		takeNotes();
		Long turn = this.jdbc.sql("select id from turn where session_id = ? and text like '%Zebulon%'")
			.param(this.session.id())
			.query(Long.class)
			.single();
		String before = text(turn);
		Long coding = code(turn, before.indexOf("Zebulon"), before.indexOf(" time") + 5);
		Long other = code(turn, before.indexOf("has no time"), before.length());
		Long late = this.jdbc.sql("update participant set code = code where id = ? returning id")
			.param(this.session.grace())
			.query(Long.class)
			.single();
		name(late, "Zebulon Oddny Skeggjason", "", "");

		assertThat(post(Role.FACILITATOR, "/names/search")).hasStatus3xxRedirection();

		assertThat(text(turn)).startsWith("P04 has no time");
		assertThat(words(coding)).isEqualTo("P04 has no time");
		assertThat(words(other)).isEqualTo(text(turn).substring(4));
		assertNoneIsLeft(SEEDED + LATE);
	}

	private void importTranscript() {
		TranscriptDesk desk = new TranscriptDesk(this.mvc, this.session);
		String preview = desk.uploaded("talk.txt", "Ottoline Farquhar: Welcome, Quillon.\nQAV: " + FORMS
				+ "\nPemberley: Yes.\nQAV: No.\nPemberley: Maybe.\nJose Nandu: Zebulon has no time either, so what.\n",
				Role.FACILITATOR);
		assertThat(desk.importAs(Role.FACILITATOR, preview, this.session.moderator(),
				"participant:" + this.session.maria(), "participant:" + this.session.maria(),
				"participant:" + this.session.grace()))
			.hasStatus3xxRedirection();
	}

	private void takeNotes() {
		stage("IN_PROGRESS");
		for (String text : List.of(FORMS, "and Zebulon thinks so too")) {
			String id = UUID.randomUUID().toString();
			Map<String, String> note = Map.of("id", id, "baseVersion", "0", "questionId", question(), "kind", "QUOTE",
					"text", text);
			assertThat(post(Role.FACILITATOR, "/notes", note)).hasStatus3xxRedirection();
			assertThat(post(Role.FACILITATOR, "/notes", note)).as("repeated").hasStatus3xxRedirection();
		}
		assertThat(this.jdbc.sql("select count(*) from note_revision where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single()).isEqualTo(2);
		assertThat(post(Role.FACILITATOR, "/unscripted-questions", Map.of("wording", "What would Quillon need?")))
			.hasStatus3xxRedirection();
		stage("HELD");
		assertThat(post(Role.FACILITATOR, "/debrief",
				Map.of("topThemes", "Dr. Vosse is tired", "climate", "Pemberley laughed", "version", "-1")))
			.hasStatus3xxRedirection();
	}

	private void assertNoneIsLeft(String names) {
		String pattern = "(?iu)" + names.replace("\\M", "\\b");
		assertThat(StoredTexts.with(this.jdbc, names, Set.of("participant_key", "person"))).isEmpty();
		for (Role role : List.of(Role.ANALYST, Role.LEADER)) {
			new Links(60, 2).walk(this.study.path(""), (page) -> {
				String html = html(role, page);
				assertThat(html.replace("Ottoline Farquhar", "")).as(role + " " + page).doesNotContainPattern(pattern);
				return html;
			});
		}
		assertThat(html(Role.LEAD, this.study.path("/audit")).replace("Ottoline Farquhar", ""))
			.doesNotContainPattern(pattern);
		assertThat(this.logged.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((line) -> Pattern.compile(pattern).matcher(line).find());
	}

	private String html(Role role, String path) {
		MvcTestResult answer = this.mvc.get().uri(path).with(this.study.as(role)).exchange();
		assertThat(answer.getResponse().getStatus()).as(path).isLessThan(HttpStatus.INTERNAL_SERVER_ERROR.value());
		try {
			return answer.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult post(Role role, String path) {
		return post(role, path, Map.of());
	}

	private MvcTestResult post(Role role, String path, Map<String, String> form) {
		var request = this.mvc.post()
			.uri(this.study.path("/sessions/" + this.session.id() + path))
			.with(csrf())
			.with(this.study.as(role));
		form.forEach(request::param);
		return request.exchange();
	}

	private void name(Long participant, String name, String nickname, String mail) {
		this.jdbc
			.sql("update participant_key set name = ?, nickname = ?, email = ?, reports_to = 'Thessaly Grimaldi' "
					+ "where participant_id = ?")
			.params(name, nickname, mail, participant)
			.update();
	}

	private void stage(String stage) {
		this.jdbc.sql("update focus_group_session set stage = ? where id = ?")
			.params(stage, this.session.id())
			.update();
	}

	private String question() {
		return this.jdbc.sql("select min(id) from guide_question where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single();
	}

	private Long code(Long turn, int start, int end) {
		Long theme = this.studies.insert("insert into theme (study_id, name, theme_group, colour) "
				+ "values (?, 'Theme ' || ?, 'NONE', 1) returning id", this.study.id(), String.valueOf(start));
		return this.studies.insert(
				"insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, end_at, coded_at) "
						+ "values (?, ?, ?, ?, ?, ?, ?, now()) returning id",
				this.study.id(), this.session.id(), turn, theme, this.study.person(Role.ANALYST).id(), start, end);
	}

	private String words(Long coding) {
		return this.jdbc
			.sql("""
					select substr(t.text, c.start_at + 1, c.end_at - c.start_at) from coding c join turn t on t.id = c.turn_id
					where c.id = ?""")
			.param(coding)
			.query(String.class)
			.single();
	}

	private String text(Long turn) {
		return this.jdbc.sql("select text from turn where id = ?").param(turn).query(String.class).single();
	}

	private String turns() {
		return this.jdbc.sql("select string_agg(text, ' ' order by position) from turn where study_id = ?")
			.param(this.study.id())
			.query(String.class)
			.single();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
