package org.projectthrive.story;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.projectthrive.support.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A leader whose browser runs no scripts: votes by plain forms. */
final class PlainVoter {

	private static final Pattern BALLOT = Pattern.compile("href=\"(/studies/\\d+/ballots/\\d+)\"");

	private final Visitor leader;

	PlainVoter(Visitor leader) {
		this.leader = leader;
	}

	/** Finds the ballot on the page of the retreat, ticks, reviews and casts. */
	void vote(String retreat, List<String> ideas) {
		String ballot = first(BALLOT, this.leader.get(retreat).body());
		String page = this.leader.get(ballot).body();
		Map<String, String> ticked = Map.of("approved",
				ideas.stream().map((idea) -> option(page, idea)).collect(Collectors.joining(",")));

		String review = this.leader.post(ballot + "/review", ticked, Visitor.token(page)).body();
		assertThat(review).contains(ideas);
		this.leader.post(ballot + "/vote", ticked, Visitor.token(review));

		assertThat(this.leader.get(ballot).body()).contains("Thank you");
	}

	private static String option(String page, String idea) {
		return first(
				Pattern.compile("name=\"approved\" value=\"(\\d+)\"[^>]*>\\s*<span><strong>" + Pattern.quote(idea)),
				page);
	}

	private static String first(Pattern pattern, String page) {
		Matcher found = pattern.matcher(page);
		assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
		return found.group(1);
	}

}
