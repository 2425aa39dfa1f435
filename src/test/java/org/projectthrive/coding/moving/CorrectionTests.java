package org.projectthrive.coding.moving;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Turns are corrected on their page, and codings follow. */
@ThriveTest
class CorrectionTests {

	private static final String WORDS = "🎉 I like the ten minutes before clinick a lot.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private Long session;

	private Long turn;

	private Long neighbour;

	private Long theme;

	@BeforeEach
	void talk() {
		this.study = this.studies.fresh();
		this.session = this.studies
			.insert("insert into focus_group_session (study_id, title, kind, zone, starts_at, minutes, setting, format, "
					+ "capacity, stage) values (?, 'Talk', 'MAKE_UP', 'UTC', now(), 60, 'OTHER', 'VIDEO', 8, 'PLANNED') "
					+ "returning id", this.study.id());
		Long transcript = this.studies.insert(
				"insert into transcript (study_id, session_id, format, imported_by, imported_at) "
						+ "values (?, ?, 'PLAIN_TEXT', ?, now()) returning id",
				this.study.id(), this.session, this.study.person(Role.LEAD).id());
		Long speaker = this.studies.insert(
				"insert into speaker (study_id, transcript_id, label) values (?, ?, 'P01') returning id",
				this.study.id(), transcript);
		this.turn = turn(transcript, speaker, 1, WORDS);
		this.neighbour = turn(transcript, speaker, 2, "I like the ten minutes too.");
		this.theme = theme("Time");
	}

	@Test
	@DisplayName("X6 a correction keeps what was said before, by whom and when, and is shown to those who may read")
	void historyIsKept() {
		assertThat(correct(WORDS.replace("clinick", "clinic"), 0)).hasRedirectedUrl(page("#turn-" + this.turn));

		assertThat(text(this.turn)).isEqualTo("🎉 I like the ten minutes before clinic a lot.");
		for (Role role : List.of(Role.LEAD, Role.ANALYST)) {
			assertThat(open(role)).hasStatusOk().bodyText().contains("before clinick a lot", "corrected by Test lead");
		}
		assertThat(open(Role.ANALYST)).bodyText().doesNotContain("Save words", "Use these words again");
		assertThat(open(Role.LEADER)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(audited("turn.corrected")).isEqualTo(1);
		assertThat(correct(text(this.turn), 1)).hasStatus3xxRedirection();
		assertThat(audited("turn.corrected")).isEqualTo(1);
	}

	@Test
	@DisplayName("X6 codings keep the very words they were given to, in this turn, and no other turn moves")
	void codingsMoveWithTheirWords() {
		Long kept = code(this.turn, "ten minutes");
		Long other = code(this.neighbour, "ten minutes");

		correct("Well, 👩‍⚕️ really: 🎉🎉 I do like the ten minutes before clinic.", 0);

		assertThat(covered(kept)).isEqualTo("ten minutes");
		assertThat(covered(other)).isEqualTo("ten minutes");
		assertThat(flags()).isEmpty();
	}

	@Test
	@DisplayName("X6 a coding whose words were changed or taken out is flagged for its analyst, who looks and clears it")
	void changedCodingsAreFlagged() {
		Long changed = code(this.turn, "before clinick");
		Long gone = code(this.turn, "a lot");

		correct("🎉 I like the ten minutes before clinic.", 0);

		assertThat(covered(changed)).isEqualTo("before clinic");
		assertThat(covered(gone)).isEqualTo("clinic");
		assertThat(flags()).containsExactly(changed, gone);
		assertThat(get("/coding/corrected")).hasStatusOk()
			.bodyText()
			.contains("before clinick", "a lot", "Kept at the nearest word");
		assertThat(get("/coding")).bodyText().contains("2 codings are on words that were corrected");
		assertThat(get("/sessions/" + this.session + "/coding")).bodyText()
			.contains("2 of your codings here are", "to look at again");
		assertThat(get("/codings/" + changed)).bodyText().contains("before clinick", "It fits");

		assertThat(post("/codings/" + changed + "/check", Role.ANALYST)).hasStatus3xxRedirection();
		assertThat(post("/codings/" + changed + "/check", Role.ANALYST)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/codings/" + gone + "/removal", Role.ANALYST)).hasStatus3xxRedirection();
		assertThat(flags()).isEmpty();
		assertThat(audited("coding.checked")).isEqualTo(1);
	}

	@Test
	@DisplayName("X6 an earlier wording is used again, and its codings are where they were")
	void restoringBringsCodingsBack() {
		Long gone = code(this.turn, "a lot");
		Long kept = code(this.turn, "ten minutes");
		correct("🎉 I like the ten minutes before clinic.", 0);
		Long revision = revision();

		assertThat(post(turnPath() + "/revisions/" + revision + "/return", Role.LEAD, "version", "1"))
			.hasStatus3xxRedirection();

		assertThat(text(this.turn)).isEqualTo(WORDS);
		assertThat(covered(gone)).isEqualTo("a lot");
		assertThat(covered(kept)).isEqualTo("ten minutes");
		assertThat(flags()).isEmpty();
	}

	@Test
	@DisplayName("X6 two codings that end on the same words become one, with both memos, and nothing is lost in silence")
	void collidingCodingsAreJoined() {
		Long first = code(this.turn, "ten minutes");
		Long second = code(this.turn, "before clinick");
		this.jdbc.sql("update coding set memo = 'memo ' || id, starred = id = ?").param(second).update();

		correct("Nothing.", 0);

		assertThat(covered(first)).isEqualTo("Nothing");
		assertThat(flags()).containsExactly(first);
		assertThat(this.jdbc.sql("select memo || ' ' || starred from coding where turn_id = ?")
			.param(this.turn)
			.query(String.class)
			.list()).containsExactly("memo " + first + "\nmemo " + second + " true");
		assertThat(get("/coding/corrected")).bodyText().contains("ten minutes\nbefore clinick");
	}

	@Test
	@DisplayName("X6 of two who correct a turn at once the second sees both texts and decides")
	void secondSeesBothTexts() {
		correct("What the first one typed.", 0);

		assertThat(correct("What the second one typed.", 0)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("What the first one typed.", "What the second one typed.", "name=\"version\" value=\"1\"");

		assertThat(text(this.turn)).isEqualTo("What the first one typed.");
		assertThat(correct("What the second one typed.", 1)).hasStatus3xxRedirection();
		assertThat(text(this.turn)).isEqualTo("What the second one typed.");
	}

	@Test
	@DisplayName("X6 words that gave somebody away are kept nowhere, neither in the history nor beside a coding")
	void secretsAreNotKept() {
		code(this.turn, "before clinick");
		correct("🎉 I like the ten minutes before Tuesday.", 0);
		Long revision = revision();
		assertThat(post(turnPath() + "/revisions/" + revision + "/removal", Role.LEAD)).hasStatus3xxRedirection();
		assertThat(open(Role.LEAD)).bodyText().contains("These words were not kept").doesNotContain("clinick");
		assertThat(get("/coding/corrected")).bodyText().doesNotContain("clinick");
		assertThat(post(turnPath() + "/revisions/" + revision + "/return", Role.LEAD, "version", "1"))
			.hasStatus(HttpStatus.CONFLICT);

		assertThat(post(turnPath(), Role.LEAD, "text", "🎉 I like lunch.", "version", "1", "secret", "true"))
			.hasStatus3xxRedirection();

		assertThat(open(Role.LEAD)).bodyText().doesNotContain("Tuesday");
	}

	@Test
	@DisplayName("X3 X6 a name that is typed into a correction becomes its code first")
	void namesAreCovered() {
		Long site = this.studies.insert(
				"insert into site (study_id, name, zone) values (?, 'Clinic', 'UTC') returning id", this.study.id());
		Long person = this.studies.insert(
				"insert into participant (study_id, code, site_id) values (?, 'P07', ?) returning id", this.study.id(),
				site);
		this.studies.insert("insert into participant_key (participant_id, study_id, name) values (?, ?, 'Imogen Vale') "
				+ "returning participant_id", person, this.study.id());

		assertThat(correct("I asked Imogen.", 0)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("I asked P07.", "its code stands there instead")
			.doesNotContain("Imogen");

		assertThat(text(this.turn)).isEqualTo(WORDS);
		assertThat(post(turnPath(), Role.LEAD, "text", "The Vale Hotel.", "version", "0", "asTyped", "true"))
			.hasStatus3xxRedirection();
		assertThat(text(this.turn)).isEqualTo("The Vale Hotel.");
	}

	@Test
	@DisplayName("P3 X6 words that somebody has left as they are stay so when the roster learns another name")
	void otherWordsStay() {
		String site = String.valueOf(this.studies.insert(
				"insert into site (study_id, name, zone) values (?, 'Clinic', 'UTC') returning id", this.study.id()));
		assertThat(learn(site, "Imogen Vale", "i@clinic.example")).hasStatus3xxRedirection();
		post(turnPath(), Role.LEAD, "text", "Perpetua and I met at the Vale Hotel.", "version", "0", "asTyped", "true");

		assertThat(learn(site, "Perpetua Quill", "p@clinic.example")).hasStatus3xxRedirection();

		assertThat(text(this.turn)).isEqualTo("P02 and I met at the Vale Hotel.");
		assertThat(audited("names.searched")).isEqualTo(1);
	}

	@Test
	@DisplayName("X6 words are corrected only by those who may hear the recording, and never to nothing")
	void othersDoNotCorrect() {
		TestPerson stranger = this.studies.person("stranger");
		this.studies.member(this.study.id(), stranger, Role.FACILITATOR);

		assertThat(post(turnPath(), Role.ANALYST, "text", "Mine", "version", "0")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(turnPath(), Role.FACILITATOR, "text", "Mine", "version", "0")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(this.study.path(turnPath())).with(stranger.signedIn()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(correct("  ", 0)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(text(this.turn)).isEqualTo(WORDS);
	}

	private MvcTestResult learn(String site, String name, String mail) {
		return post("/participants", Role.LEAD, "name", name, "email", mail, "profession", "Nurse", "siteId", site);
	}

	private Long turn(Long transcript, Long speaker, int position, String words) {
		return this.studies.insert(
				"insert into turn (study_id, transcript_id, session_id, position, speaker_id, starts_ms, text) "
						+ "values (?, ?, ?, ?, ?, ?, ?) returning id",
				this.study.id(), transcript, this.session, position, speaker, position * 1000, words);
	}

	private Long theme(String name) {
		return this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, ?, 'NONE', 3) returning id",
				this.study.id(), name);
	}

	private Long code(Long source, String words) {
		String text = text(source);
		int start = text.codePointCount(0, text.indexOf(words));
		return this.studies.insert(
				"insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, end_at, coded_at) "
						+ "values (?, ?, ?, ?, ?, ?, ?, now()) returning id",
				this.study.id(), this.session, source, this.theme, this.study.person(Role.ANALYST).id(), start,
				start + words.codePointCount(0, words.length()));
	}

	private String covered(Long coding) {
		return this.jdbc
			.sql("select substring(t.text from c.start_at + 1 for c.end_at - c.start_at) from coding c "
					+ "join turn t on t.id = c.turn_id where c.id = ?")
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

	private String text(Long source) {
		return this.jdbc.sql("select text from turn where id = ?").param(source).query(String.class).single();
	}

	private Long revision() {
		return this.jdbc.sql("select max(id) from turn_revision where turn_id = ?")
			.param(this.turn)
			.query(Long.class)
			.single();
	}

	private long audited(String action) {
		return this.jdbc.sql("select count(*) from audit_event where study_id = ? and action = ?")
			.params(this.study.id(), action)
			.query(Long.class)
			.single();
	}

	private String turnPath() {
		return "/sessions/" + this.session + "/transcript/turns/" + this.turn;
	}

	private String page(String anchor) {
		return this.study.path("/sessions/" + this.session + "/transcript" + anchor);
	}

	private MvcTestResult open(Role role) {
		return this.mvc.get().uri(this.study.path(turnPath())).with(this.study.as(role)).exchange();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(this.study.path(path)).with(this.study.as(Role.ANALYST)).exchange();
	}

	private MvcTestResult correct(String words, int version) {
		return post(turnPath(), Role.LEAD, "text", words, "version", String.valueOf(version));
	}

	private MvcTestResult post(String path, Role role, String... parameters) {
		var request = MockMvcRequestBuilders.post(this.study.path(path)).with(csrf()).with(this.study.as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return this.mvc.perform(request);
	}

}
