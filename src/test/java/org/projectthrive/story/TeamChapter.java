package org.projectthrive.story;

import java.net.URI;
import java.util.Iterator;
import java.util.List;

import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Step 1: a lead creates a study, gathers a team and makes a promise. */
final class TeamChapter {

	private static final List<String> LEADERS = List.of("Lou Firstvote", "Mo Approver", "Mika Quorum", "Kit Consent",
			"Sam Sticky", "Pat Promise", "Alex Agenda", "Robin Roundtable", "Jo Retreat", "Chris Commitment",
			"Toni Tally", "Vic Followthrough");

	private static final String PASSWORD = "a kettle in every corridor";

	private final Company company;

	private final Walker lead;

	TeamChapter(Company company) {
		this.company = company;
		this.lead = company.arrive("lead");
	}

	void tell() {
		createStudy();
		gatherTeam();
		newcomerJoins();
		promise();
	}

	private void createStudy() {
		this.lead.follow("New study")
			.fill("name", Company.STUDY)
			.fill("purpose", "We want to know what lets clinicians at Willow Creek thrive, and do more of it.")
			.press("Create study")
			.accessible();
		assertThat(this.lead.page().locator(".next-step")).containsText("Add a clinician to the team");
		this.lead.follow("Go there");
	}

	private void gatherTeam() {
		add("facilitator@thrive.example", "Fiona Listener", "Facilitator", "Clinician");
		add("second.facilitator@thrive.example", "Noah Noteworthy", "Facilitator", "Clinician");
		add("analyst@thrive.example", "Anna Themeseeker", "Analyst", "Well-being promotion");
		add("second.analyst@thrive.example", "Ben Codebook", "Analyst", "Quality improvement");
		Iterator<String> names = LEADERS.iterator();
		Company.leaders().forEach((account) -> add(account + "@thrive.example", names.next(), "Leader", "Other"));
		assertThat(this.lead.page().locator("#join-link")).hasCount(0);
	}

	/** Somebody without an account joins by the link that the lead is shown once. */
	private void newcomerJoins() {
		add("nora@willow.example", "Nora Newcomer", "Facilitator", "Quality improvement");
		String link = this.lead.accessible().page().locator("#join-link").inputValue();
		this.lead.go("Project team", "Team");
		assertThat(this.lead.page().locator("#join-link")).hasCount(0);

		try (Walker newcomer = this.company.stranger()) {
			newcomer.open(URI.create(link).getPath())
				.reads("Welcome, Nora Newcomer")
				.accessible()
				.fill("password", PASSWORD)
				.press("Join")
				.reads("Your password is set.")
				.signIn("nora@willow.example", PASSWORD)
				.reads(Company.STUDY);
		}
	}

	private void promise() {
		this.lead.go("Project team", "Charter")
			.fill("sponsorName", "Sylvia Backing")
			.fill("sponsorTitle", "Department chair")
			.fill("wellnessLeaderName", "Wendy Wellspring")
			.fill("wellnessLeaderTitle", "Director of well-being")
			.fill("promise", "We start at least one change that you asked for.")
			.fill("promisedBy", Company.today().plusMonths(3).toString())
			.press("Save charter")
			.go("Project team", "Team")
			.reads("We start at least one change that you asked for.");
		Company.done(this.lead, "Project team");
	}

	private void add(String email, String name, String role, String expertise) {
		this.lead.fill("name", name).fill("email", email).tick(role).tick(expertise).press("Add to the team");
		assertThat(this.lead.main().locator("table")).containsText(name);
	}

}
