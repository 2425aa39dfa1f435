package org.projectthrive.review.summary;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.review.ReviewFixture;
import org.projectthrive.review.domain.DomainService;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class SummaryTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private DomainService domains;

	@Autowired
	private SummaryService summaries;

	@Autowired
	private JdbcClient jdbc;

	private ReviewFixture fixture;

	private TestPerson analyst;

	private Long joy;

	@BeforeEach
	void begin() {
		this.fixture = ReviewFixture.in(this.studies, this.jdbc);
		this.analyst = this.fixture.study().person(Role.ANALYST);
		this.joy = this.domains.ofStudy(this.fixture.study().id()).get(0).id();
		assertThat(post("", this.analyst)).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("R2 points, leaning, confidence and quotes are kept, and a quote leads to its turn")
	void summaryIsWritten() {
		Long turn = this.fixture.turn(1, 1);
		write(0, "- Laughter before clinic\n\n- Starting together\n").param("cells[" + this.joy + "].leaning", "HELPS")
			.param("cells[" + this.joy + "].confidence", "HIGH")
			.param("take", this.joy + ":turn:" + turn)
			.exchange();

		SummaryCell cell = cell();
		assertThat(cell.points()).extracting(SummaryPoint::text)
			.containsExactly("Laughter before clinic", "Starting together");
		assertThat(cell.leaning()).isEqualTo(Leaning.HELPS);
		assertThat(cell.quotes()).extracting(SummaryQuote::text).containsExactly(ReviewFixture.WORDS.get(0));
		assertThat(this.mvc.get().uri(path("")).with(this.fixture.study().as(Role.LEAD))).bodyText()
			.contains("Laughter before clinic", "/transcript#turn-" + turn, "P01", "01:00");
	}

	@Test
	@DisplayName("R2 a quote is shortened, set beside a point, and goes with it")
	void quoteIsShortenedAndGoesWithItsPoint() {
		write(0, "Laughter").param("take", this.joy + ":turn:" + this.fixture.turn(1, 1)).exchange();
		Long quote = cell().quotes().get(0).id();
		Long point = cell().points().get(0).id();
		String field = "cells[" + this.joy + "].quotes[" + quote + "].";

		assertThat(write(version(), "Laughter").param(field + "words", "at the desk")
			.param(field + "pointId", point.toString())).hasStatus3xxRedirection();
		assertThat(cell().quotes()).extracting(SummaryQuote::text).containsExactly("at the desk");
		assertThat(cell().quotes().get(0).point()).isNotNull();

		assertThat(write(version(), "Something else entirely").param(field + "words", "at the desk")
			.param(field + "pointId", point.toString())).hasStatus3xxRedirection();
		assertThat(cell().quotes()).isEmpty();
	}

	@Test
	@DisplayName("P3 R2 a word of the talk that is also somebody's name is quoted as it stands, and typed in no point")
	void quotesStandAsInTheirSource() {
		Long turn = this.fixture.turn(1, 1);
		String site = this.jdbc.sql("select min(id)::text from site where study_id = ?")
			.param(this.fixture.study().id())
			.query(String.class)
			.single();
		assertThat(this.mvc.post()
			.uri(this.fixture.path("/participants"))
			.param("name", "Kimberlite Oxley")
			.param("email", "kimberlite@clinic.example")
			.param("profession", "Nurse")
			.param("siteId", site)
			.with(csrf())
			.with(this.fixture.study().as(Role.LEAD))).hasStatus3xxRedirection();
		this.jdbc.sql("update participant set code = 'P77' where study_id = ?")
			.param(this.fixture.study().id())
			.update();
		this.jdbc.sql("update turn set text = 'The Kimberlite is where we laugh' where id = ?").param(turn).update();
		write(0, "Laughter").param("take", this.joy + ":turn:" + turn).exchange();
		String field = "cells[" + this.joy + "].quotes[" + cell().quotes().get(0).id() + "].words";

		assertThat(write(version(), "Kimberlite laughs").param(field, "The Kimberlite is where we laugh"))
			.hasStatus3xxRedirection();

		assertThat(cell().quotes()).extracting(SummaryQuote::text).containsExactly("The Kimberlite is where we laugh");
		assertThat(cell().points()).extracting(SummaryPoint::text).containsExactly("[person] laughs");
	}

	@Test
	@DisplayName("X6 P3 a quote follows the correction of its turn, and what is taken out of the turn is quoted no more")
	void quoteFollowsACorrection() {
		Long turn = this.fixture.turn(1, 1);
		write(0, "Laughter").param("take", this.joy + ":turn:" + turn).exchange();
		String field = "cells[" + this.joy + "].quotes[" + cell().quotes().get(0).id() + "].words";
		write(version(), "Laughter").param(field, "at the desk before clinic").exchange();

		correct(turn, ReviewFixture.WORDS.get(0).replace("desk", "front desk"), 0);
		assertThat(cell().quotes()).extracting(SummaryQuote::text).containsExactly("at the front desk before clinic");

		correct(turn, "We laugh and it carries the whole morning", 1);
		assertThat(cell().quotes()).isEmpty();
		assertThat(cell().points()).extracting(SummaryPoint::text).containsExactly("Laughter");
	}

	@Test
	@DisplayName("S7 words of somebody who has not agreed to be quoted are not taken as a quote, and the page says so")
	void quotesNeedConsent() {
		agreesToBeQuoted(false);
		String take = this.joy + ":turn:" + this.fixture.turn(1, 1);

		assertThat(this.mvc.get().uri(path("")).with(this.analyst.signedIn())).bodyText()
			.contains("P01 did not agree to be quoted.")
			.doesNotContain("value=\"" + take + "\"");
		assertThat(write(0, "Laughter").param("take", take)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Joy in work: P01 did not agree to be quoted.");
		assertThat(this.summaries.find(this.fixture.study().id(), this.fixture.session(1)).orElseThrow().cells())
			.isEmpty();

		agreesToBeQuoted(true);
		assertThat(write(version(), "Laughter").param("take", take)).hasStatus3xxRedirection();
		assertThat(cell().quotes()).hasSize(1);
	}

	@Test
	@DisplayName("S7 a quote is left out of summary, matrix and contrasts as soon as its consent is withdrawn, also after agreement")
	void withdrawnQuotesAreLeftOut() {
		agreesToBeQuoted(true);
		write(0, "Laughter").param("take", this.joy + ":turn:" + this.fixture.turn(1, 1)).exchange();
		Long quote = cell().quotes().get(0).id();
		write(version(), "Laughter").param("cells[" + this.joy + "].quotes[" + quote + "].words", "at the desk")
			.param("cells[" + this.joy + "].quotes[" + quote + "].pointId", cell().points().get(0).id().toString())
			.exchange();
		Long statement = statementOn(cell().points().get(0).id());
		post("/second-read", this.analyst);
		post("/agreement", this.fixture.secondAnalyst(), "version", "" + version());
		List<String> pages = List.of(path(""), this.fixture.path("/matrix/" + this.fixture.session(1) + "/" + this.joy),
				this.fixture.path("/contrasts/statements/" + statement));
		assertThat(pages).allSatisfy((page) -> assertThat(page(page)).contains("at the desk<"));

		agreesToBeQuoted(false);

		assertThat(pages).allSatisfy((page) -> assertThat(page(page)).contains("P01 did not agree to be quoted.")
			.doesNotContain("at the desk<", "withdr", "said no"));
		post("/reopening", this.analyst, "reason", "Consent");
		assertThat(page(path(""))).contains("The quote goes with your next save.").doesNotContain("at the desk<");
		write(version(), "Laughter").exchange();
		assertThat(cell().quotes()).isEmpty();
	}

	private Long statementOn(Long point) {
		Long study = this.fixture.study().id();
		this.jdbc
			.sql("""
					update domain set question_key = null, name = 'Joy later', side = 'GOES_WELL', added_by = ?, added_at = now()
					where id = ?""")
			.params(this.analyst.id(), this.joy)
			.update();
		Long topic = this.studies
			.insert("insert into contrast_topic (study_id, name, position) values (?, 'Joy', 1) returning id", study);
		Long statement = this.studies
			.insert("insert into contrast_statement (study_id, topic_id, side, text, position) "
					+ "values (?, ?, 'GOES_WELL', 'We laugh', 1) returning id", study, topic);
		this.jdbc.sql("insert into contrast_evidence (statement_id, point_id, study_id) values (?, ?, ?)")
			.params(statement, point, study)
			.update();
		return statement;
	}

	private String page(String path) {
		return new String(
				this.mvc.get().uri(path).with(this.analyst.signedIn()).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
	}

	/** P01 is asked, and answers. */
	private void agreesToBeQuoted(boolean given) {
		Long study = this.fixture.study().id();
		this.jdbc
			.sql("""
					insert into participant (study_id, code, site_id) select study_id, 'P01', min(id) from site where study_id = ?
					group by study_id on conflict do nothing""")
			.param(study)
			.update();
		this.jdbc.sql("""
				insert into consent_text (study_id, number, words, counts_under, quotes_under, published_at)
				values (?, 1, 'Words', 5, 10, now()) on conflict do nothing""").param(study).update();
		this.jdbc.sql("""
				insert into consent (study_id, participant_id, item, given, consent_text_id, how, recorded_at)
				select p.study_id, p.id, 'QUOTES', ?, t.id, 'VERBAL', now()
				from participant p join consent_text t on t.study_id = p.study_id where p.study_id = ?""")
			.params(given, study)
			.update();
	}

	private void correct(Long turn, String words, int version) {
		assertThat(this.mvc.post()
			.uri(this.fixture.path("/sessions/" + this.fixture.session(1) + "/transcript/turns/" + turn))
			.param("text", words)
			.param("version", String.valueOf(version))
			.param("secret", "true")
			.with(csrf())
			.with(this.fixture.study().as(Role.LEAD))).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("R2 words that nobody said are refused, and what was entered stays on the page")
	void refusalKeepsTheText() {
		write(0, "Laughter").param("take", this.joy + ":turn:" + this.fixture.turn(1, 1)).exchange();
		Long quote = cell().quotes().get(0).id();

		assertThat(write(version(), "An hour of typing").param("cells[" + this.joy + "].quotes[" + quote + "].words",
				"We cry"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("must be words of the turn", "An hour of typing", "We cry");

		assertThat(write(version(), "Kept").param("take", this.joy + ":turn:" + this.fixture.turn(2, 1)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(cell().points()).extracting(SummaryPoint::text).containsExactly("Laughter");
	}

	@Test
	@DisplayName("R2 a save on an older version is 409: nothing is overwritten, nothing entered is lost")
	void staleSaveIsRefused() {
		int read = version();
		write(read, "Saved first").exchange();

		assertThat(write(read, "Entered second")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Somebody else has saved", "Entered second", "Saved first");

		assertThat(cell().points()).extracting(SummaryPoint::text).containsExactly("Saved first");
	}

	@Test
	@DisplayName("R2 draft, second read by another analyst, agreed, locked, reopened with a reason")
	void goesThroughItsStages() {
		TestPerson second = this.fixture.secondAnalyst();
		write(0, "Laughter").exchange();
		assertThat(post("/agreement", second, "version", "" + version())).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/second-read", this.analyst, "readerId", "" + this.analyst.id()))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/second-read", this.analyst, "readerId", "" + this.fixture.study().person(Role.LEAD).id()))
			.hasStatus(HttpStatus.NOT_FOUND);

		assertThat(post("/second-read", this.analyst, "readerId", "" + second.id())).hasStatus3xxRedirection();
		assertThat(post("/agreement", this.analyst, "version", "" + version())).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/agreement", second, "version", "" + (version() - 1))).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/agreement", second, "version", "" + version())).hasStatus3xxRedirection();

		assertThat(write(version(), "Late")).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/reopening", second, "reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post("/reopening", second, "reason", "A turn was misread")).hasStatus3xxRedirection();
		assertThat(write(version(), "Mended")).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("select reason from audit_event where study_id = ? and action = 'summary.reopened'")
			.param(this.fixture.study().id())
			.query(String.class)
			.list()).containsExactly("A turn was misread");
	}

	@Test
	@DisplayName("R2 a session has one summary, and only one that was held")
	void oneSummaryPerHeldSession() {
		assertThat(post("", this.fixture.secondAnalyst())).hasStatus(HttpStatus.CONFLICT);

		this.jdbc.sql("update focus_group_session set stage = 'PLANNED', guide_id = null where id = ?")
			.param(this.fixture.session(2))
			.update();
		assertThat(this.mvc.post()
			.uri(this.fixture.path("/summaries/" + this.fixture.session(2)))
			.with(csrf())
			.with(this.analyst.signedIn())).hasStatus(HttpStatus.CONFLICT);
		ReviewFixture other = ReviewFixture.in(this.studies, this.jdbc);
		assertThat(this.mvc.post()
			.uri(this.fixture.path("/summaries/" + other.session(1)))
			.with(csrf())
			.with(this.analyst.signedIn())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("R2 the lead reads summaries and does not write them; facilitators and leaders do neither")
	void analystsWriteAndTheLeadReads() {
		for (Role role : List.of(Role.LEAD, Role.FACILITATOR, Role.LEADER)) {
			assertThat(this.mvc.get().uri(path("")).with(this.fixture.study().as(role)))
				.hasStatus((role == Role.LEAD) ? HttpStatus.OK : HttpStatus.FORBIDDEN);
			assertThat(this.mvc.get().uri(this.fixture.path("/summaries")).with(this.fixture.study().as(role)))
				.hasStatus((role == Role.LEAD) ? HttpStatus.OK : HttpStatus.FORBIDDEN);
			assertThat(post("/content", this.fixture.study().person(role), "version", "0"))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.mvc.get().uri(this.fixture.path("/summaries")).with(this.analyst.signedIn())).bodyText()
			.contains("Conversation 1", "Draft", "0 of 3", "Not begun");
	}

	private MockMvcRequestBuilder write(int version, String points) {
		return this.mvc.post()
			.uri(path("/content"))
			.param("version", "" + version)
			.param("cells[" + this.joy + "].points", points)
			.with(csrf())
			.with(this.analyst.signedIn());
	}

	private MockMvcRequestBuilder post(String path, TestPerson who, String... parameters) {
		MockMvcRequestBuilder request = this.mvc.post().uri(path(path)).with(csrf()).with(who.signedIn());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request;
	}

	private String path(String path) {
		return this.fixture.path("/summaries/" + this.fixture.session(1) + path);
	}

	private SessionSummary summary() {
		return this.summaries.find(this.fixture.study().id(), this.fixture.session(1)).orElseThrow();
	}

	private SummaryCell cell() {
		return summary().findCell(this.joy).orElseThrow();
	}

	private int version() {
		return summary().version();
	}

}
