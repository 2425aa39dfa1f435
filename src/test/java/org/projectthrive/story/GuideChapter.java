package org.projectthrive.story;

import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Step 2: a guide of nine questions, published and then revised. */
final class GuideChapter {

	private final Walker lead;

	GuideChapter(Company company) {
		this.lead = company.as("lead");
	}

	void tell() {
		this.lead.go("Question guide").accessible().press("Begin with nine questions").press("Move question 1 down");
		assertThat(this.lead.page().locator(".guide-facts strong").nth(1)).hasText("Joy in work");
		this.lead.follow("Edit question 2")
			.fill("wording", Company.JOY)
			.press("Save question")
			.reads(Company.JOY)
			.press("Publish guide")
			.reads("Version 1, published");
		Company.done(this.lead, "Question guide");

		this.lead.press("Revise guide")
			.reads("Version 2, draft")
			.follow("Edit question 9")
			.fill("wording",
					"If nothing stood in the way for a year, what is the one thing that you would change here?")
			.press("Save question")
			.reads("Version 2, draft")
			.press("Publish guide")
			.reads("Version 2, published")
			.follow("Compare with version 1")
			.reads("Reworded")
			.reads("Unchanged");
	}

}
