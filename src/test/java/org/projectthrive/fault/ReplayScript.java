package org.projectthrive.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/** What one facilitator does in a session, and when. */
final class ReplayScript {

	private static final List<String> WHO = List.of("The nurse from the late shift", "Somebody at the window",
			"The oldest of the doctors", "Our guest from the front desk", "The resident", "The pharmacist",
			"Everybody but one", "The man in gloves", "The new assistant", "The one who came late",
			"The team from upstairs", "Nobody of the group");

	private static final List<String> WHAT = List.of("signs forms until nine in the evening",
			"would keep the same assistant every day", "calls the printer a colleague",
			"laughs about the new parking rules", "wants ten quiet minutes before clinic",
			"lost a patient of twenty years in spring", "gets asked for passwords at lunch",
			"wishes for one list instead of five", "remembers when charts were paper",
			"eats standing, and says so twice", "would teach inhalers if anyone asked",
			"is glad about the group visits", "looks at the clock and says nothing",
			"has never met who makes the schedule");

	private static final List<String> KINDS = List.of("QUOTE", "PARAPHRASE", "NON_VERBAL", "OWN_IDEA");

	private final Random random;

	private final boolean moderates;

	private final String name;

	private ReplayScript(Random random, boolean moderates) {
		this.random = random;
		this.moderates = moderates;
		this.name = moderates ? "M" : "N";
	}

	/** Asks the questions, parks topics, and writes now and then. */
	static List<Act> moderator(Random random, Duration session) {
		return new ReplayScript(random, true).acts(session, 20);
	}

	/** Writes nearly all the time. */
	static List<Act> noteTaker(Random random, Duration session) {
		return new ReplayScript(random, false).acts(session, 13);
	}

	private List<Act> acts(Duration session, int seconds) {
		List<Act> acts = new ArrayList<>();
		long at = 1_000;
		while (at < session.toMillis()) {
			acts.add(act(Duration.ofMillis(at), acts.size() + 1));
			at += seconds * (500L + this.random.nextInt(1_000));
		}
		return acts;
	}

	private Act act(Duration at, int number) {
		Deed deed = deed(number);
		String words = "%s %s (%s%d)".formatted(one(WHO), one(WHAT), this.name, number);
		String kind = one(KINDS);
		@Nullable String speaker = kind.equals("QUOTE") ? one(List.of("P01", "P02")) : null;
		return switch (deed) {
			case EDIT -> new Act(at, deed, kind, null, ", or so it seemed (%s%d)".formatted(this.name, number));
			case PARK -> new Act(at, deed, kind, null, "%s (%s%d)".formatted(one(WHAT), this.name, number));
			default -> new Act(at, deed, kind, speaker, words);
		};
	}

	private Deed deed(int number) {
		int dice = this.random.nextInt(10);
		if (number > 1 && this.moderates && dice < 4) {
			return (dice < 2) ? Deed.PARK : Deed.MOVE;
		}
		return (number > 1 && dice == 9) ? Deed.EDIT : Deed.NOTE;
	}

	private <T> T one(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	/** What can be done at the live page. */
	enum Deed {

		NOTE, EDIT, MOVE, PARK

	}

	/**
	 * One thing to do.
	 *
	 * @param at when, in the time of the session
	 * @param words the note, what is added to the last one, or the topic
	 */
	record Act(Duration at, Deed deed, String kind, @Nullable String speaker, String words) {

		/** The key that chooses the kind. */
		String kindKey() {
			return "Alt+Digit" + (KINDS.indexOf(this.kind) + 1);
		}

		/** What to type before the words. */
		String prefix() {
			return (this.speaker == null) ? "" : Integer.parseInt(this.speaker.substring(1)) + " ";
		}

	}

}
