package org.projectthrive.story;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.projectthrive.support.Visitor;
import org.projectthrive.support.Walker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The people of the story, each at a browser of their own. */
final class Company implements AutoCloseable {

	static final String STUDY = "What keeps us well at Willow Creek";

	static final String LUNCH = "Willow Creek over lunch";

	static final String EVENING = "Evening for everybody else";

	static final String JOY = "Which moments in your work give you joy?";

	static final String DIFFICULT = "What makes your job difficult?";

	static final String TOGETHER = "Time together in clinic";

	static final String INBASKET = "In-basket volume";

	static final String FINDING = "People want to eat and think together, inside working hours.";

	private final Map<String, Walker> walkers = new LinkedHashMap<>();

	private final Map<String, PlainVoter> plainVoters = new HashMap<>();

	private final int port;

	Company(int port) {
		this.port = port;
	}

	/** Signs somebody in who is in no study of the story yet. */
	Walker arrive(String account) {
		Walker walker = Walker.atDesktop(this.port).signIn(account);
		this.walkers.put(account, walker);
		return walker;
	}

	/** Somebody in the study; who comes for the first time signs in and opens it. */
	Walker as(String account) {
		Walker known = this.walkers.get(account);
		if (known != null) {
			return known;
		}
		Walker walker = arrive(account);
		walker.main().locator("a", new Locator.LocatorOptions().setHasText(STUDY)).click();
		return walker;
	}

	/** A browser in which nobody is signed in. */
	Walker stranger() {
		return Walker.atDesktop(this.port);
	}

	/** A leader who votes by plain forms; signs in at the first time. */
	PlainVoter plainVoter(String account) {
		return this.plainVoters.computeIfAbsent(account, (name) -> {
			Visitor visitor = Visitor.at(this.port);
			visitor.signIn(name + "@thrive.example");
			return new PlainVoter(visitor);
		});
	}

	static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

	/** The twelve leaders' accounts. */
	static Stream<String> leaders() {
		return Stream.concat(Stream.of("leader"), IntStream.rangeClosed(2, 12).mapToObj((n) -> "leader" + n));
	}

	/** The bar shows a step as done. */
	static void done(Walker walker, String step) {
		assertThat(walker.page().locator(".study-steps a.study-step.DONE", new Page.LocatorOptions().setHasText(step)))
			.hasCount(1);
	}

	@Override
	public void close() {
		this.walkers.values().forEach(Walker::close);
	}

}
