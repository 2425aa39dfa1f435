package org.projectthrive.guide;

import java.time.Instant;
import java.util.Set;

import org.projectthrive.guide.question.JoyComponent;
import org.projectthrive.guide.question.Polarity;
import org.projectthrive.guide.question.QuestionText;

/** Guides for tests. */
final class Guides {

	static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

	private Guides() {
	}

	static Guide draft() {
		return new Guide(7L, 1, "What builds us up");
	}

	/** A draft whose questions answer into the given domains. */
	static Guide draft(String... domains) {
		Guide guide = draft();
		for (String domain : domains) {
			guide.ask(question(domain), null);
		}
		return guide;
	}

	static Guide published(String... domains) {
		Guide guide = draft(domains);
		guide.publish(1L, NOON);
		return guide;
	}

	static QuestionText question(String domain) {
		return question(domain, "What about this?", Polarity.OPEN, 5);
	}

	static QuestionText question(String domain, String wording, Polarity polarity, int minutes) {
		return new QuestionText(wording, domain, "To learn", polarity, minutes, "Say more.\n\n  And then? ",
				Set.of(JoyComponent.SAFETY));
	}

}
