package org.projectthrive.coding.moving;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.review.ReviewFixture;
import org.projectthrive.review.domain.DomainService;
import org.projectthrive.session.marks.MarkGroup;
import org.projectthrive.session.marks.Marks;
import org.projectthrive.study.Role;
import org.projectthrive.support.StoredTexts;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A name is taken out of what a turn or a note said before it was corrected. Will is a
 * word as well, so that only the words around it tell that it is a name.
 */
@ThriveTest
class EarlierNamesTests {

	private static final String WORDS = "Will Zwickelbart came, so I asked Will Zwickelbart for the ten minutes at noon";

	private static final Set<String> MADE_FOR_NAMES = Set.of("participant_key", "person", "mail_outbox");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private DomainService domains;

	@Autowired
	private Marks marks;

	@Autowired
	private JdbcClient jdbc;

	private final UUID note = UUID.randomUUID();

	private ReviewFixture fixture;

	private Long session;

	private Long turn;

	@BeforeEach
	void talk() {
		this.fixture = ReviewFixture.in(this.studies, this.jdbc);
		this.session = this.fixture.session(1);
		this.turn = this.fixture.turn(1, 1);
		this.jdbc.sql("delete from coding where turn_id = ?").param(this.turn).update();
		this.jdbc.sql("update turn set text = ? where id = ?").params(WORDS, this.turn).update();
		this.jdbc.sql("update focus_group_session set stage = 'HELD', ended_at = now() where id = ?")
			.param(this.session)
			.update();
	}

	@Test
	@DisplayName("P3 X6 a name taken out of an earlier version is covered in the flags of codings and quotes, which still tell the rest")
	void flagsTellTheRest() {
		Long whole = code("turn", "asked Will Zwickelbart");
		Long part = code("turn", "I asked Will");
		Long gone = code("turn", "the ten minutes");
		quote("turn", "asked Will Zwickelbart for");
		quote("turn", "at noon");
		correct("Somebody came, so I called somebody for lunch", 0);
		assertThat(told("coding_flag")).containsExactly("asked Will Zwickelbart", "I asked Will", "the ten minutes");
		assertThat(told("quote_flag")).containsExactly("asked Will Zwickelbart for", "at noon");

		learn();

		assertThat(told("coding_flag")).containsExactly("asked P01", "I asked P01", "the ten minutes");
		assertThat(told("quote_flag")).containsExactly("asked P01 for", "at noon");
		assertThat(found()).isEmpty();
		assertThat(get("/coding/corrected")).bodyText().contains("I asked P01").doesNotContain("Will");

		restore(1);

		assertThat(covered("turn", whole)).isEqualTo("asked P01");
		assertThat(covered("turn", part)).isEqualTo("I asked P01");
		assertThat(covered("turn", gone)).as("the name before it is shorter now").isEqualTo("the ten minutes");
		assertThat(told("coding_flag")).isEmpty();
	}

	@Test
	@DisplayName("N6 P3 X6 a name taken out of an earlier version of a note is covered in flags, which still tell the rest")
	void flagsOfNotesTellTheRest() {
		openNotes();
		editNote(WORDS, 0);
		Long part = code("note", "I asked Will");
		Long gone = code("note", "the ten minutes");
		quote("note", "asked Will");
		editNote("Somebody came, so I called somebody for lunch", 1);
		assertThat(told("quote_flag")).containsExactly("asked Will");

		learn();

		assertThat(told("coding_flag")).containsExactly("I asked P01", "the ten minutes");
		assertThat(told("quote_flag")).containsExactly("asked P01");
		assertThat(found()).isEmpty();

		editNote("P01 came, so I asked P01 for the ten minutes at noon", 2);

		assertThat(covered("note", part)).isEqualTo("I asked P01");
		assertThat(covered("note", gone)).isEqualTo("the ten minutes");
		assertThat(told("coding_flag")).isEmpty();
	}

	@Test
	@DisplayName("P3 X6 what somebody decides about an earlier version is told by the flags of its words")
	void decisionsReachFlags() {
		this.jdbc.sql("update turn set text = ? where id = ?")
			.params("Then Dr. Zwickelbart laughed at the desk", this.turn)
			.update();
		Long coding = code("turn", "Zwickelbart laughed");
		quote("turn", "Zwickelbart laughed at");
		correct("Then we had lunch there", 0);
		MarkGroup open = this.marks.ofSession(this.fixture.study().id(), this.session)
			.open()
			.stream()
			.filter((group) -> group.words().contains("Zwickelbart"))
			.findFirst()
			.orElseThrow();

		assertThat(post(Role.LEAD, "/sessions/" + this.session + "/names/marks", "decide",
				"all:" + open.likeness() + ":0"))
			.hasStatus3xxRedirection();

		assertThat(told("coding_flag")).containsExactly("[person] laughed");
		assertThat(told("quote_flag")).containsExactly("[person] laughed at");
		assertThat(found()).isEmpty();

		restore(1);

		assertThat(covered("turn", coding)).isEqualTo("[person] laughed");
		assertThat(told("coding_flag")).isEmpty();
	}

	@Test
	@DisplayName("P3 X6 once an earlier version is forgotten its words stay blank, also when a name becomes known")
	void forgottenWordsStayBlank() {
		code("turn", "asked Will Zwickelbart");
		correct("Somebody came, so I called somebody for lunch", 0);
		assertThat(post(Role.LEAD, turnPath("/revisions/" + revision() + "/removal"))).hasStatus3xxRedirection();
		assertThat(told("coding_flag")).containsExactly("");

		learn();

		assertThat(told("coding_flag")).containsExactly("");
		assertThat(found()).isEmpty();
	}

	private void openNotes() {
		this.jdbc.sql("update focus_group_session set stage = 'IN_PROGRESS', ended_at = null where id = ?")
			.param(this.session)
			.update();
	}

	private void editNote(String text, int base) {
		String question = this.jdbc.sql("select question_id from turn where id = ?")
			.param(this.turn)
			.query(String.class)
			.single();
		assertThat(post(Role.LEAD, "/sessions/" + this.session + "/notes", "id", this.note.toString(), "questionId",
				question, "kind", "QUOTE", "text", text, "baseVersion", String.valueOf(base)))
			.hasStatus3xxRedirection();
	}

	private Long code(String table, String words) {
		String text = text(table);
		int start = text.lastIndexOf(words);
		return this.studies.insert(
				"""
						insert into coding (study_id, session_id, %1$s_id, theme_id, analyst_id, start_at, end_at, coded_at)
						select study_id, session_id, id, ?, ?, ?, ?, now() from %1$s where %2$s returning id"""
					.formatted(table, row(table)),
				this.fixture.theme("desk"), this.fixture.study().person(Role.ANALYST).id(), start,
				start + words.length());
	}

	private void quote(String table, String words) {
		Long domain = this.domains.ofStudy(this.fixture.study().id()).get(0).id();
		this.jdbc.sql("""
				insert into session_summary (study_id, session_id, author_id, stage, created_at)
				values (?, ?, ?, 'DRAFT', now()) on conflict do nothing""")
			.params(this.fixture.study().id(), this.session, this.fixture.study().person(Role.ANALYST).id())
			.update();
		this.jdbc.sql("""
				insert into summary_cell (study_id, summary_id, domain_id) select study_id, id, ? from session_summary
				where session_id = ? on conflict do nothing""").params(domain, this.session).update();
		this.studies.insert("""
				insert into summary_quote (study_id, cell_id, %1$s_id, text) select c.study_id, c.id, t.id, ?
				from summary_cell c join session_summary s on s.id = c.summary_id, %1$s t
				where s.session_id = ? and t.%2$s returning id""".formatted(table, row(table)), words, this.session);
	}

	private void learn() {
		String site = this.jdbc.sql("select min(id) from site where study_id = ?")
			.param(this.fixture.study().id())
			.query(String.class)
			.single();
		assertThat(post(Role.LEAD, "/participants", "name", "Will Zwickelbart", "email", "w@clinic.example",
				"profession", "Nurse", "siteId", site))
			.hasStatus3xxRedirection();
	}

	private void correct(String words, int version) {
		assertThat(post(Role.LEAD, turnPath(""), "text", words, "version", String.valueOf(version), "asTyped", "true"))
			.hasStatus3xxRedirection();
	}

	private void restore(int version) {
		assertThat(
				post(Role.LEAD, turnPath("/revisions/" + revision() + "/return"), "version", String.valueOf(version)))
			.hasStatus3xxRedirection();
	}

	private Long revision() {
		return this.jdbc.sql("select max(id) from turn_revision where turn_id = ?")
			.param(this.turn)
			.query(Long.class)
			.single();
	}

	private List<String> told(String flags) {
		return this.jdbc
			.sql("select words_before from " + flags + " where study_id = ? order by "
					+ (flags.startsWith("coding") ? "coding_id" : "id"))
			.param(this.fixture.study().id())
			.query(String.class)
			.list();
	}

	private List<String> found() {
		return StoredTexts.with(this.jdbc, "zwickelbart", MADE_FOR_NAMES);
	}

	private String covered(String table, Long coding) {
		return this.jdbc.sql(
				"select substring(t.text from c.start_at + 1 for c.end_at - c.start_at) from coding c join %1$s t on t.id = c.%1$s_id where c.id = ?"
					.formatted(table))
			.param(coding)
			.query(String.class)
			.single();
	}

	private String text(String table) {
		return this.jdbc.sql("select text from " + table + " where " + row(table)).query(String.class).single();
	}

	private String row(String table) {
		return "id = '" + (table.equals("turn") ? this.turn : this.note) + "'";
	}

	private String turnPath(String path) {
		return "/sessions/" + this.session + "/transcript/turns/" + this.turn + path;
	}

	private MvcTestResult get(String path) {
		MvcTestResult page = this.mvc.get()
			.uri(this.fixture.path(path))
			.with(this.fixture.study().as(Role.ANALYST))
			.exchange();
		assertThat(page).hasStatus(HttpStatus.OK);
		return page;
	}

	private MvcTestResult post(Role role, String path, String... parameters) {
		var request = this.mvc.post().uri(this.fixture.path(path)).with(csrf()).with(this.fixture.study().as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

}
