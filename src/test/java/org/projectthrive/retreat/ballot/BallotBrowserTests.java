package org.projectthrive.retreat.ballot;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.retreat.ballot.TestBallots.Ready;
import org.projectthrive.study.Role;
import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Walker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@ThriveTest
@BrowserTests
class BallotBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private BallotService ballots;

	@Autowired
	private JdbcClient jdbc;

	private Ready ready;

	@BeforeEach
	void prepare() {
		this.ready = new TestBallots(this.studies, this.ballots, this.jdbc).ready(3, 7);
		this.jdbc.sql("""
				update person set password_hash = (select password_hash from person where email = 'lead@thrive.example')
				where id in (select person_id from member where study_id = ?)""")
			.param(this.ready.study().id())
			.update();
	}

	@Test
	@DisplayName("V4 V5 the lead opens a ballot, two leaders vote on their phones, the lead closes it and reads the result")
	void retreatFromEndToEnd() {
		try (Walker lead = signedIn(Walker.atDesktop(this.port), this.ready.study().person(Role.LEAD))) {
			lead.open(path("/ideas")).accessible().open(path("/ideas/new")).accessible();
			lead.open(path("/retreat")).accessible();
			prepareAndOpen(lead);
			lead.accessible();
			assertThat(lead.page().locator("#turnout")).containsText("0 of 3 have voted");

			vote(this.ready.electors().get(0), List.of("Idea number 1", "Idea number 2"));
			vote(this.ready.electors().get(1), List.of("Idea number 1"));

			lead.open(path("/retreat"));
			assertThat(lead.page().locator("#turnout")).containsText("2 of 3 have voted");
			lead.page().getByText("Close ballot…").click();
			button(lead, "Close and count").click();
			assertThat(lead.page().locator("main")).containsText("2 of 3 electors voted");
			assertThat(lead.page().locator(".result-table tr.CHOSEN").first()).containsText("Idea number 1");
			lead.accessible().screenshot("ballot-result");
		}
	}

	@Test
	@DisplayName("V5 I2 on a phone a leader reads the demo's ideas and the result of its ballot")
	void demoResultOnAPhone() {
		try (Walker leader = Walker.atPhone(this.port).signIn("leader")) {
			String demo = "/studies/" + this.studies.demoId();
			leader.open(demo + "/ideas").accessible().open(demo + "/retreat").accessible();
			leader.page().getByText("Which five do we start?").click();
			assertThat(leader.page().locator("main")).containsText("The 5 ideas above the cut line are chosen.");
			leader.accessible().open(demo + "/ideas/new").accessible();
		}
	}

	private void prepareAndOpen(Walker lead) {
		lead.page().getByText("Prepare ballot").click();
		lead.accessible();
		lead.page().locator("#title").fill("Which two do we start?");
		lead.page().locator("#mostApprovals").fill("2");
		lead.page().locator("#winners").fill("2");
		lead.page().locator("#quorum").fill("2");
		lead.page().getByLabel("Test leader", new Page.GetByLabelOptions().setExact(true)).uncheck();
		button(lead, "Save draft").click();
		assertThat(lead.page().locator("main")).containsText("7 options, 3 electors");
		lead.accessible();
		button(lead, "Open ballot").click();
	}

	private void vote(TestPerson elector, List<String> approved) {
		try (Walker leader = signedIn(Walker.atPhone(this.port), elector)) {
			leader.open(path("/retreat")).accessible();
			leader.follow("Cast your vote");
			Locator left = leader.page().locator("#votes-left");
			assertThat(left).containsText("2 / 2");
			leader.accessible().screenshot("ballot-phone");
			approved.forEach((idea) -> option(leader, idea).check());
			assertThat(left).containsText(2 - approved.size() + " / 2");
			if (approved.size() == 2) {
				assertThat(option(leader, "Idea number 3")).isDisabled();
			}
			button(leader, "Review ballot").click();
			assertThat(leader.page().locator(".review-list li")).hasCount(approved.size());
			leader.accessible();
			button(leader, "Cast ballot").click();
			assertThat(leader.page().locator("h1")).hasText("Thank you");
			leader.accessible();
		}
	}

	private Walker signedIn(Walker walker, TestPerson person) {
		return walker.signIn(
				this.jdbc.sql("select email from person where id = ?").param(person.id()).query(String.class).single());
	}

	private static Locator option(Walker walker, String idea) {
		return walker.page().getByLabel(Pattern.compile(idea));
	}

	private static Locator button(Walker walker, String name) {
		return walker.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	private String path(String path) {
		return this.ready.study().path(path);
	}

}
