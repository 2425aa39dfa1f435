package org.projectthrive.review.quote;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.review.ReviewFixture;
import org.projectthrive.review.domain.DomainService;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Words are changed under quotes of a summary, and nobody is left to guess. */
@ThriveTest
class QuoteFlagTests {

	private static final String WORDS = "Wendelin laughs at the desk before clinic and goes home";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private DomainService domains;

	@Autowired
	private JdbcClient jdbc;

	private final UUID note = UUID.randomUUID();

	private ReviewFixture fixture;

	private Long session;

	private Long joy;

	@BeforeEach
	void begin() {
		this.fixture = ReviewFixture.in(this.studies, this.jdbc);
		this.session = this.fixture.session(1);
		this.joy = this.domains.ofStudy(this.fixture.study().id()).get(0).id();
		this.jdbc.sql("update focus_group_session set stage = 'IN_PROGRESS' where id = ?").param(this.session).update();
		editNote(WORDS, 0);
		this.jdbc.sql("update focus_group_session set stage = 'HELD', ended_at = now() where id = ?")
			.param(this.session)
			.update();
		assertThat(post(Role.ANALYST, summary(""))).hasStatus3xxRedirection();
		assertThat(write("take", this.joy + ":note:" + this.note)).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("N6 R2 X6 a quote from a note follows it and is flagged with what it said, until an analyst has looked")
	void changedQuotesAreFlagged() {
		shorten("at the desk before clinic");

		editNote("Wendelin laughs at the front desk before clinic and goes home", 1);

		assertThat(quotes()).containsExactly("at the front desk before clinic");
		assertThat(page(Role.LEAD)).bodyText()
			.contains("The text was corrected under a quote", "at the desk before clinic",
					"at the front desk before clinic", "/notes#note-" + this.note)
			.doesNotContain("I have looked at this");
		assertThat(get(Role.ANALYST, this.fixture.path("/summaries"))).bodyText().contains("1 quote to look at");
		String last = flag("id");

		assertThat(post(Role.LEAD, summary("/quotes/check"), "last", last)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(Role.ANALYST, summary("/quotes/check"), "last", last)).hasStatus3xxRedirection();
		assertThat(post(Role.ANALYST, summary("/quotes/check"), "last", last)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page(Role.ANALYST)).bodyText().doesNotContain("The text was corrected under a quote");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where study_id = ? and action = 'summary.quotes.checked'")
			.param(this.fixture.study().id())
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("N6 R2 X6 a quote whose own words stay is not flagged, nor one that says again what it said")
	void sameWordsAreNotFlagged() {
		shorten("at the desk before clinic");

		editNote("So Wendelin laughs at the desk before clinic every day", 1);
		assertThat(flags()).isZero();
		editNote("So Wendelin laughs at the front desk before clinic every day", 2);
		assertThat(flags()).isEqualTo(1);
		editNote(WORDS, 3);

		assertThat(flags()).isZero();
		assertThat(quotes()).containsExactly("at the desk before clinic");
	}

	@Test
	@DisplayName("N6 R2 X6 a quote whose words are gone is taken out and told, also when its note is deleted then")
	void goneQuotesAreTold() {
		shorten("at the desk before clinic");

		assertThat(delete(1)).hasStatus(HttpStatus.CONFLICT);
		editNote("Wendelin laughs and goes home", 1);

		assertThat(quotes()).isEmpty();
		assertThat(page(Role.ANALYST)).bodyText()
			.contains("not in the text any more, so the quote was taken out", "at the desk before clinic",
					"I have looked at this");
		assertThat(delete(2)).hasStatusOk();
		assertThat(page(Role.ANALYST)).bodyText().contains("at the desk before clinic");
	}

	@Test
	@DisplayName("S7 X6 a flag tells neither the old nor the new words of who does not agree to be quoted any more")
	void withheldQuotesAreNotTold() throws UnsupportedEncodingException {
		shorten("at the desk before clinic");
		editNote("Wendelin laughs at the front desk before clinic and goes home", 1);
		assertThat(told()).contains("at the desk before clinic", "at the front desk before clinic");

		this.jdbc
			.sql("""
					insert into participant (study_id, code, site_id) select study_id, 'P01', min(id) from site where study_id = ?
					group by study_id on conflict do nothing""")
			.param(this.fixture.study().id())
			.update();
		this.jdbc.sql("update note set speaker = 'P01' where id = ?").param(this.note).update();

		assertThat(told()).contains("P01 did not agree to be quoted.").doesNotContain("before clinic");
	}

	private String told() throws UnsupportedEncodingException {
		return Jsoup.parse(page(Role.LEAD).getResponse().getContentAsString()).select(".summary-flags").text();
	}

	@Test
	@DisplayName("P3 N6 a name that becomes known late is told neither by a quote nor by its flag")
	void namesAreCovered() {
		shorten("Wendelin laughs at the desk");
		editNote("Wendelin laughs at the front desk", 1);
		this.studies.insert("""
				with p as (insert into participant (study_id, code, site_id) select study_id, 'P09', min(id) from site
				    where study_id = ? group by study_id returning id, study_id)
				insert into participant_key (participant_id, study_id, name) select id, study_id, 'Wendelin Ash' from p
				returning participant_id""", this.fixture.study().id());

		assertThat(post(Role.LEAD, this.fixture.path("/sessions/" + this.session + "/names/search")))
			.hasStatus3xxRedirection();

		assertThat(quotes()).containsExactly("P09 laughs at the front desk");
		assertThat(flag("words_before")).isEqualTo("P09 laughs at the desk");
	}

	@Test
	@DisplayName("X6 R2 what was kept secret, or forgotten, in a turn is not told beside its quote")
	void secretsAreNotTold() {
		Long turn = this.fixture.turn(1, 1);
		write("take", this.joy + ":turn:" + turn);
		String words = ReviewFixture.WORDS.get(0);
		correct(turn, words.replace("desk", "door"), 0, "false");
		assertThat(flag("words_before")).isEqualTo(words);
		Long revision = this.jdbc.sql("select max(id) from turn_revision where turn_id = ?")
			.param(turn)
			.query(Long.class)
			.single();

		post(Role.LEAD, turnPath(turn) + "/revisions/" + revision + "/removal");
		assertThat(flag("words_before")).isEmpty();
		post(Role.ANALYST, summary("/quotes/check"), "last", flag("id"));
		correct(turn, "We laugh and it carries the whole morning", 1, "true");

		assertThat(flag("words_before")).isEmpty();
		assertThat(page(Role.ANALYST)).bodyText().doesNotContain("at the door");
	}

	private void editNote(String text, int base) {
		assertThat(
				post(Role.LEAD, this.fixture.path("/sessions/" + this.session + "/notes"), "id", this.note.toString(),
						"questionId", question(), "kind", "QUOTE", "text", text, "baseVersion", String.valueOf(base)))
			.hasStatus3xxRedirection();
	}

	private void shorten(String words) {
		Long quote = this.jdbc.sql("select id from summary_quote where note_id = ?")
			.param(this.note)
			.query(Long.class)
			.single();
		assertThat(write("cells[" + this.joy + "].quotes[" + quote + "].words", words)).hasStatus3xxRedirection();
	}

	private void correct(Long turn, String words, int version, String secret) {
		assertThat(post(Role.LEAD, turnPath(turn), "text", words, "version", String.valueOf(version), "secret", secret))
			.hasStatus3xxRedirection();
	}

	private MvcTestResult write(String field, String value) {
		String version = this.jdbc.sql("select version from session_summary where session_id = ?")
			.param(this.session)
			.query(String.class)
			.single();
		return post(Role.ANALYST, summary("/content"), "version", version, "cells[" + this.joy + "].points", "Laughter",
				field, value);
	}

	private List<String> quotes() {
		return this.jdbc.sql("select text from summary_quote where note_id = ?")
			.param(this.note)
			.query(String.class)
			.list();
	}

	private long flags() {
		return this.jdbc.sql("select count(*) from quote_flag where study_id = ?")
			.param(this.fixture.study().id())
			.query(Long.class)
			.single();
	}

	/** Of the only flag. */
	private String flag(String column) {
		return this.jdbc.sql("select " + column + " from quote_flag where study_id = ?")
			.param(this.fixture.study().id())
			.query(String.class)
			.single();
	}

	private String question() {
		return this.jdbc.sql("select question_id from turn where id = ?")
			.param(this.fixture.turn(1, 1))
			.query(String.class)
			.single();
	}

	private String summary(String path) {
		return this.fixture.path("/summaries/" + this.session + path);
	}

	private String turnPath(Long turn) {
		return this.fixture.path("/sessions/" + this.session + "/transcript/turns/" + turn);
	}

	private MvcTestResult page(Role role) {
		return get(role, summary(""));
	}

	private MvcTestResult get(Role role, String path) {
		return this.mvc.get().uri(path).with(this.fixture.study().as(role)).exchange();
	}

	private MvcTestResult delete(int version) {
		return this.mvc.delete()
			.uri(this.fixture.path("/sessions/" + this.session + "/notes/" + this.note + "?version=" + version))
			.with(csrf())
			.with(this.fixture.study().as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult post(Role role, String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.fixture.study().as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

}
