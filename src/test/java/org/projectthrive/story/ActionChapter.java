package org.projectthrive.story;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Step 5: ideas, a retreat with a tied vote and its run-off, and five initiatives. */
final class ActionChapter {

	private static final String TABLE = "A long table at noon";

	private static final List<String> CLEAR = List.of(TABLE, "Sort messages first", "Same team all week",
			"An hour to read");

	private static final String COACH = "A coach for who wants one";

	private static final String BIKES = "A shed for bicycles";

	private static final String NOBODY = "Blue walls";

	private static final String BEYOND = "Pay for messages";

	private static final List<String> LEADERS = Company.leaders().toList();

	private final Company company;

	private final Walker lead;

	ActionChapter(Company company) {
		this.company = company;
		this.lead = company.as("lead");
	}

	void tell() {
		collectIdeas();
		decideScope();
		openBallot();
		tieAndRunOff();
		beginInitiatives();
		closeRetreat();
		lookBack();
	}

	private void collectIdeas() {
		Walker analyst = this.company.as("analyst");
		analyst.go("Action")
			.follow("New idea")
			.fill("title", TABLE)
			.fill("text", "One table, one hour, everybody who works here.")
			.tick(Company.TOGETHER)
			.tick(Company.FINDING)
			.press("Add idea");
		Stream.concat(CLEAR.stream().skip(1), Stream.of(COACH, BIKES, BEYOND))
			.forEach((title) -> raise(this.lead, title));
		raise(this.company.as("leader2"), NOBODY);
		this.lead.go("Action", "Ideas").reads("idea of Mo Approver");
	}

	private static void raise(Walker walker, String title) {
		walker.go("Action", "Ideas")
			.follow("New idea")
			.fill("title", title)
			.press("Add idea")
			.go("Action", "Ideas")
			.reads(title);
	}

	private void decideScope() {
		inScope().forEach((title) -> gate(title, "Clinic", "Those who vote: in scope", ""));
		gate(BEYOND, "Organization", "Somebody else: escalate", "Chief medical officer");
		this.lead.go("Action", "Ideas").reads("Taken to Chief medical officer");
	}

	private static List<String> inScope() {
		return Stream.concat(CLEAR.stream(), Stream.of(COACH, BIKES, NOBODY)).toList();
	}

	private void gate(String title, String scope, String decision, String addressee) {
		this.lead.go("Action", "Ideas")
			.follow(title)
			.choose("scope", scope)
			.choose("decision", decision)
			.fill("addressee", addressee)
			.press("Save scope");
	}

	private void openBallot() {
		this.lead.go("Action", "Retreat")
			.accessible()
			.fill("title", "Half a day at the old mill")
			.fill("heldOn", Company.today().toString())
			.fill("place", "Second floor")
			.press("Save retreat")
			.follow("Prepare ballot")
			.accessible()
			.fill("title", "Which five do we start?")
			.press("Save draft")
			.reads("7 options, 12 electors");
		this.lead.accessible().press("Open ballot").reads("0 of 12 have voted").go("Action", "Retreat");
		assertThat(this.lead.main()).not().containsText(BEYOND);
	}

	/**
	 * Six want a coach and six bicycles, so that the fifth place is tied; then one
	 * changes sides.
	 */
	private void tieAndRunOff() {
		for (int i = 0; i < LEADERS.size(); i++) {
			vote(i, Stream.concat(CLEAR.stream(), Stream.of((i < 6) ? COACH : BIKES)).toList());
		}
		close();
		this.lead.follow("Which five do we start?")
			.reads("2 ideas tied at the cut line with 6 approvals each, and one place remains.")
			.accessible()
			.press("Open run-off")
			.go("Action", "Retreat")
			.reads("0 of 12 have voted");
		for (int i = 0; i < LEADERS.size(); i++) {
			vote(i, List.of((i < 7) ? COACH : BIKES));
		}
		close();
		assertThat(this.lead.page().locator(".chosen-list .idea-title")).hasCount(5);
		assertThat(this.lead.page().locator(".chosen-list")).containsText(COACH);
		assertThat(this.lead.page().locator(".chosen-list")).not().containsText(BIKES);
	}

	/** Every fourth clicks in a browser, the others send the plain forms. */
	private void vote(int leader, List<String> approved) {
		String account = LEADERS.get(leader);
		if (leader % 4 == 0) {
			click(this.company.as(account), approved);
		}
		else {
			this.company.plainVoter(account).vote(URI.create(this.lead.page().url()).getPath(), approved);
		}
	}

	private static void click(Walker leader, List<String> approved) {
		leader.go("Action", "Retreat").follow("Cast your vote");
		for (String idea : approved) {
			leader.page()
				.locator(".ballot-option", new Page.LocatorOptions().setHasText(idea))
				.locator("input")
				.check();
		}
		leader.press("Review ballot");
		assertThat(leader.page().locator(".review-list li")).hasCount(approved.size());
		leader.press("Cast ballot");
		assertThat(leader.page().locator("h1")).hasText("Thank you");
	}

	private void close() {
		this.lead.go("Action", "Retreat").reads("12 of 12 have voted");
		this.lead.page().getByText("Close ballot…").click();
		this.lead.press("Close and count").reads("12 of 12 electors voted").go("Action", "Retreat");
	}

	private void beginInitiatives() {
		for (int waiting = 5; waiting > 0; waiting--) {
			this.lead.go("Action", "Initiatives");
			assertThat(this.lead.main().getByText("Name an owner", new Locator.GetByTextOptions().setExact(true)))
				.hasCount(waiting);
			this.lead.follow("Name an owner")
				.choose("ownerId", "Lou Firstvote")
				.fill("firstStep", "Ask the five who know most about it.")
				.fill("firstStepDue", Company.today().plusDays(7).toString())
				.press("Commit")
				.reads("Line of sight");
		}
	}

	private void closeRetreat() {
		this.lead.go("Action", "Retreat")
			.follow("Close the retreat…")
			.reads("Each chosen idea has an owner.")
			.accessible()
			.press("Close retreat")
			.reads("The retreat was closed on");
	}

	/**
	 * From the initiative by its line of sight to the turn in which somebody wished for
	 * it.
	 */
	private void lookBack() {
		Page page = this.lead.go("Action", "Initiatives").page();
		page.locator("a.card", new Page.LocatorOptions().setHasText(TABLE)).click();
		Locator sight = page.locator(".sight");
		assertThat(sight).containsText(TABLE);
		assertThat(sight).containsText("12 approvals");
		assertThat(sight).containsText(Company.FINDING);
		assertThat(sight).containsText("in 2 of 2 sessions");
		this.lead.accessible();
		sight.locator("li:has(> q:text('One long table')) a").click();
		assertThat(page.locator(".turn:target")).containsText("One long table where all of us eat");
		assertThat(page.url()).contains("#turn-");

		page.locator(".study-bar-name").click();
		assertThat(page.locator(".step-cards > li.DONE")).hasCount(5);
		this.lead.reads("Nothing waits for you in this study.");
	}

}
