package org.projectthrive.session;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions.Facilitator;

/** What makes it hard to speak freely in a session: flagged, never forbidden. */
final class Conflicts {

	private Conflicts() {
	}

	/**
	 * Participants whose manager moderates or sits beside them, as far as the key says
	 * whom they report to.
	 */
	static List<Flag> of(List<Facilitator> facilitators, List<Expected> people) {
		List<Flag> flags = new ArrayList<>();
		for (Expected person : people) {
			facilitators.stream()
				.filter((facilitator) -> facilitator.job().equals("MODERATOR") && person.reportsTo(facilitator.name()))
				.forEach((moderator) -> flags.add(new Flag("session.flag.moderator", person.code(), moderator.name())));
			people.stream()
				.filter((other) -> !other.id().equals(person.id()) && person.reportsTo(other.name()))
				.forEach((manager) -> flags.add(new Flag("session.flag.manager", person.code(), manager.code())));
		}
		return flags;
	}

	/**
	 * A warning.
	 *
	 * @param key the message that says it, with {@code who} as {0} and {@code with} as
	 * {1}
	 */
	record Flag(String key, String who, String with) {
	}

	/**
	 * Who is expected in a session.
	 *
	 * @param name null when the session is not open to the one who looks
	 * @param reportsTo the name of the manager; null like {@code name}
	 */
	record Expected(Long id, String code, String profession, String site, boolean attended, @Nullable String name,
			@Nullable String reportsTo) {

		private boolean reportsTo(@Nullable String somebody) {
			return this.reportsTo != null && somebody != null && !this.reportsTo.isBlank()
					&& this.reportsTo.strip().equalsIgnoreCase(somebody.strip());
		}

	}

}
