package org.projectthrive.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** No figure of the demo is typed in: each is counted again here, by SQL of its own. */
@ThriveTest
class DemoFiguresTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private Long study;

	@BeforeEach
	void findStudy() {
		this.study = this.studies.demoId();
	}

	@Test
	@DisplayName("A4 R5 the demo's counts under each question are those of the codings")
	void emergingThemesAreCounted() {
		Map<String, String> counted = new HashMap<>();
		this.jdbc.sql("""
				select q.wording, t.name, count(distinct c.session_id) as sessions
				from emerging_theme e
				join theme t on t.id = e.theme_id
				join guide_question q on q.question_key = e.question_key and q.study_id = e.study_id
				join coding c on c.theme_id = e.theme_id
				left join turn spoken on spoken.id = c.turn_id
				left join note noted on noted.id = c.note_id
				where e.study_id = ? and e.confirmed and q.id in (spoken.question_id, noted.question_id)
				group by q.wording, t.name""")
			.param(this.study)
			.query((RowCallbackHandler) (row) -> counted.put(row.getString("wording") + ": " + row.getString("name"),
					row.getString("sessions")));

		Map<String, String> shown = new HashMap<>();
		Jsoup.parse(page("analyst", "/emerging-themes/table"))
			.select(".paper-table tbody tr")
			.forEach((row) -> row.select("li")
				.forEach((line) -> shown.put(
						row.select("th span").last().text() + ": " + line.select("span").first().text(),
						line.select(".paper-count").text().replaceAll("^\\(\\w+: (\\d) of 6\\)$", "$1"))));

		assertThat(shown).hasSizeGreaterThan(25).containsExactlyInAnyOrderEntriesOf(counted);
	}

	@Test
	@DisplayName("A4 R8 the demo's findings were raised in as many sessions as their themes were coded in")
	void findingsAreCounted() {
		Map<String, String> counted = new HashMap<>();
		this.jdbc.sql("""
				select f.statement, count(distinct c.session_id) as sessions
				from finding f join finding_theme b on b.finding_id = f.id join coding c on c.theme_id = b.theme_id
				where f.study_id = ? group by f.id""")
			.param(this.study)
			.query((RowCallbackHandler) (row) -> counted.put(row.getString("statement"),
					"Raised in " + row.getInt("sessions") + " of 6 sessions"));

		Map<String, String> shown = new HashMap<>();
		Jsoup.parse(page("analyst", "/findings"))
			.select(".findings > li")
			.forEach((one) -> shown.put(one.select(".finding-statement").text(),
					one.select(".finding-about strong").text()));

		assertThat(shown).isNotEmpty().containsExactlyInAnyOrderEntriesOf(counted);
	}

	@Test
	@DisplayName("A4 R6 every statement of the demo's contrast table rests on points of agreed summaries, of its own side")
	void statementsRestOnPoints() {
		List<Integer> points = this.jdbc.sql("""
				select (select count(*) from contrast_evidence e
				        join summary_point p on p.id = e.point_id
				        join summary_cell c on c.id = p.cell_id
				        join domain d on d.id = c.domain_id and d.side = s.side
				        join session_summary y on y.id = c.summary_id and y.stage = 'AGREED'
				        where e.statement_id = s.id)
				from contrast_statement s where s.study_id = ?""").param(this.study).query(Integer.class).list();

		assertThat(points).hasSize(52).allMatch((count) -> count > 0);
		assertThat(this.jdbc.sql("""
				select count(*) from contrast_evidence e join contrast_statement s on s.id = e.statement_id
				join summary_point p on p.id = e.point_id join summary_cell c on c.id = p.cell_id
				join domain d on d.id = c.domain_id where s.study_id = ? and d.side is distinct from s.side""")
			.param(this.study)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("A4 V5 the demo's tally is what its twelve sealed ballots add up to, and the five with most approvals won")
	void tallyIsTheSumOfTheBallots() {
		List<Option> options = this.jdbc
			.sql("""
					select o.approvals, o.outcome,
					       (select count(*) from sealed_ballot s where s.ballot_id = o.ballot_id and o.id = any(s.option_ids)) as recounted
					from ballot_option o where o.study_id = ? order by o.approvals desc""")
			.param(this.study)
			.query(Option.class)
			.list();

		assertThat(options).hasSizeGreaterThan(5).allMatch((option) -> option.approvals() == option.recounted());
		assertThat(options).extracting(Option::outcome).startsWith("CHOSEN", "CHOSEN", "CHOSEN", "CHOSEN", "CHOSEN");
		assertThat(options.subList(5, options.size())).extracting(Option::outcome).containsOnly("NOT_CHOSEN");
		assertThat(options.get(4).approvals()).isGreaterThan(options.get(5).approvals());
		assertThat(this.jdbc.sql("select cardinality(option_ids) from sealed_ballot where study_id = ?")
			.param(this.study)
			.query(Integer.class)
			.list()).hasSize(12).containsOnly(5);
	}

	private String page(String account, String path) {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn(account + "@thrive.example");
		return visitor.get("/studies/" + this.study + path).body();
	}

	/** An option of the demo's ballot. */
	record Option(int approvals, String outcome, int recounted) {
	}

}
