package org.projectthrive.coding.moving;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.session.notes.RunningSession;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Notes are changed after they were coded, and codings follow. */
@ThriveTest
class EditedNoteTests {

	private static final String WORDS = "🎉 I like the ten minutes before clinick a lot.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private final UUID note = UUID.randomUUID();

	private TestStudy study;

	private RunningSession session;

	private Long theme;

	@BeforeEach
	void takeNote() {
		this.study = this.studies.fresh();
		this.session = RunningSession.make(this.jdbc, this.study.id(), this.study.memberId(Role.FACILITATOR));
		this.theme = theme("Time");
		assertThat(put(writer(), this.note, WORDS, 0)).hasStatus(HttpStatus.CREATED);
	}

	@Test
	@DisplayName("N6 X6 codings of a note keep the very words they were given to, in this note, and no other note moves")
	void codingsMoveWithTheirWords() {
		UUID neighbour = UUID.randomUUID();
		put(writer(), neighbour, "I like the ten minutes too.", 0);
		Long kept = code(this.note, "ten minutes");
		Long other = code(neighbour, "ten minutes");

		assertThat(put(writer(), this.note, "Well, 👩‍⚕️ really: 🎉🎉 I do like the ten minutes before clinic.", 1))
			.hasStatusOk();

		assertThat(covered(kept)).isEqualTo("ten minutes");
		assertThat(covered(other)).isEqualTo("ten minutes");
		assertThat(flags()).isEmpty();
	}

	@Test
	@DisplayName("N6 X6 a coding whose words were changed or taken out of a note is flagged for its analyst, who looks and clears it")
	void changedCodingsAreFlagged() {
		Long changed = code(this.note, "before clinick");
		Long gone = code(this.note, "a lot");

		assertThat(form("🎉 I like the ten minutes before clinic.", 1)).hasStatus3xxRedirection();

		assertThat(covered(changed)).isEqualTo("before clinic");
		assertThat(covered(gone)).isEqualTo("clinic");
		assertThat(flags()).containsExactly(changed, gone);
		assertThat(get("/coding/corrected")).hasStatusOk()
			.bodyText()
			.contains("before clinick", "a lot", "Kept at the nearest word",
					"/sessions/" + this.session.id() + "/coding#note-" + this.note);
		assertThat(get("/coding")).bodyText().contains("2 codings are on words that were corrected");
		assertThat(get("/sessions/" + this.session.id() + "/coding")).bodyText()
			.contains("2 of your codings here are", "to look at again");
		assertThat(get("/codings/" + gone)).bodyText().contains("not in the text any more", "It fits");

		assertThat(post(this.study.path("/codings/" + changed + "/check"))).hasStatus3xxRedirection();
		assertThat(flags()).containsExactly(gone);
	}

	@Test
	@DisplayName("N6 X6 a note that says again what it said has its codings where they were")
	void sayingItAgainBringsCodingsBack() {
		Long gone = code(this.note, "a lot");
		put(writer(), this.note, "🎉 I like the ten minutes before clinic.", 1);
		assertThat(flags()).containsExactly(gone);

		put(writer(), this.note, WORDS, 2);

		assertThat(covered(gone)).isEqualTo("a lot");
		assertThat(flags()).isEmpty();
	}

	@Test
	@DisplayName("N4 N6 X6 a refused text moves no coding; sent again by who has seen the newer one it does")
	void onlyAcceptedTextsMoveCodings() {
		Long coding = code(this.note, "ten minutes");
		TestPerson colleague = this.studies.person("colleague");
		this.studies.member(this.study.id(), colleague, Role.LEAD);
		put(writer(), this.note, "So I like the ten minutes.", 1);

		assertThat(put(colleague.signedIn(), this.note, "Theirs, and ten minutes.", 2)).hasStatus(HttpStatus.CONFLICT);
		assertThat(put(writer(), this.note, "Mine: the ten minutes count.", 1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(covered(coding)).isEqualTo("ten minutes");
		assertThat(form("Mine: the very ten minutes count.", 1)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("name=\"baseVersion\" value=\"2\"");
		assertThat(covered(coding)).isEqualTo("ten minutes");

		assertThat(form("Mine: the very ten minutes count.", 2)).hasStatus3xxRedirection();

		assertThat(text(this.note)).isEqualTo("Mine: the very ten minutes count.");
		assertThat(covered(coding)).isEqualTo("ten minutes");
		assertThat(flags()).isEmpty();
	}

	@Test
	@DisplayName("N6 X6 P3 a coding stays on what stands for a name, unflagged, and no flag tells the name")
	void codingsFollowCoveredNames() {
		put(writer(), this.note, "Imogen Vale likes the ten minutes before clinick.", 1);
		Long named = code(this.note, "Imogen Vale likes");
		Long part = code(this.note, "Imogen");
		Long same = code(this.note, "Imogen Vale");
		Long flagged = code(this.note, "Imogen Vale likes the ten");
		this.jdbc
			.sql("""
					insert into coding_flag (coding_id, study_id, words_before, start_before, version_before, gone, flagged_at)
					values (?, ?, 'Imogen Vale liked', 0, -1, false, now())""")
			.params(flagged, this.study.id())
			.update();
		this.jdbc.sql("""
				insert into participant_key (participant_id, study_id, name) select id, study_id, 'Imogen Vale'
				from participant where study_id = ? and code = 'P01'""").param(this.study.id()).update();

		assertThat(post(this.session.path("/names/search"))).hasStatus3xxRedirection();

		assertThat(text(this.note)).isEqualTo("P01 likes the ten minutes before clinick.");
		assertThat(covered(named)).isEqualTo("P01 likes");
		assertThat(covered(part)).isEqualTo("P01");
		assertThat(this.jdbc.sql("select count(*) from coding where id = ?").param(same).query(Long.class).single())
			.as("joined with the one that is on the same words now")
			.isZero();
		assertThat(flags()).containsExactly(flagged);
		assertThat(get("/coding/corrected")).bodyText().contains("P01 liked").doesNotContain("Imogen");
	}

	@Test
	@DisplayName("N6 X6 a note that was coded cannot be deleted, and nothing points at vanished words")
	void codedNotesStay() {
		Long coding = code(this.note, "ten minutes");

		assertThat(delete(1)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("the analysis uses it already");
		assertThat(text(this.note)).isEqualTo(WORDS);
		assertThat(covered(coding)).isEqualTo("ten minutes");

		assertThat(post(this.study.path("/codings/" + coding + "/removal"))).hasStatus3xxRedirection();
		assertThat(delete(1)).hasStatusOk();
	}

	private Long theme(String name) {
		return this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, ?, 'NONE', 3) returning id",
				this.study.id(), name);
	}

	private Long code(UUID source, String words) {
		String text = text(source);
		int start = text.codePointCount(0, text.indexOf(words));
		return this.studies.insert(
				"insert into coding (study_id, session_id, note_id, theme_id, analyst_id, start_at, end_at, coded_at) "
						+ "values (?, ?, ?, ?, ?, ?, ?, now()) returning id",
				this.study.id(), this.session.id(), source, this.theme, this.study.person(Role.ANALYST).id(), start,
				start + words.codePointCount(0, words.length()));
	}

	private String covered(Long coding) {
		return this.jdbc
			.sql("select substring(n.text from c.start_at + 1 for c.end_at - c.start_at) from coding c "
					+ "join note n on n.id = c.note_id where c.id = ?")
			.param(coding)
			.query(String.class)
			.single();
	}

	private List<Long> flags() {
		return this.jdbc.sql("select coding_id from coding_flag where study_id = ? order by coding_id")
			.param(this.study.id())
			.query(Long.class)
			.list();
	}

	private String text(UUID source) {
		return this.jdbc.sql("select text from note where id = ?").param(source).query(String.class).single();
	}

	private RequestPostProcessor writer() {
		return this.study.as(Role.FACILITATOR);
	}

	private MvcTestResult put(RequestPostProcessor who, UUID id, String text, int base) {
		return this.mvc.put()
			.uri(this.session.path("/notes/" + id))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"questionId\": %d, \"kind\": \"QUOTE\", \"text\": \"%s\", \"baseVersion\": %d}"
				.formatted(this.session.firstQuestion(), text, base)
				.getBytes(StandardCharsets.UTF_8))
			.with(csrf())
			.with(who)
			.exchange();
	}

	private MvcTestResult form(String text, int base) {
		return this.mvc.post()
			.uri(this.session.path("/notes"))
			.param("id", this.note.toString())
			.param("questionId", this.session.firstQuestion().toString())
			.param("kind", "QUOTE")
			.param("text", text)
			.param("baseVersion", String.valueOf(base))
			.with(csrf())
			.with(writer())
			.exchange();
	}

	private MvcTestResult delete(int version) {
		return this.mvc.delete()
			.uri(this.session.path("/notes/" + this.note + "?version=" + version))
			.with(csrf())
			.with(writer())
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(this.study.path(path)).with(this.study.as(Role.ANALYST)).exchange();
	}

	private MvcTestResult post(String path) {
		Role who = path.contains("/names/") ? Role.FACILITATOR : Role.ANALYST;
		return this.mvc.post().uri(path).with(csrf()).with(this.study.as(who)).exchange();
	}

}
