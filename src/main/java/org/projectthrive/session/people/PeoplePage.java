package org.projectthrive.session.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.session.Stage;
import org.projectthrive.session.consent.ConsentItem;
import org.projectthrive.session.consent.ConsentText;
import org.projectthrive.session.consent.Consents.Answer;

/**
 * Who is expected in a session, with name, answers and whether they came.
 *
 * @param text what they are asked to agree to now
 */
record PeoplePage(SessionRow session, List<Person> people, ConsentText text, RecordingState recording,
		OthersForm others) {

	public boolean canCheckIn() {
		return this.recording.stage().isAttended();
	}

	public boolean isUpcoming() {
		return this.recording.stage().isUpcoming();
	}

	public boolean isRunning() {
		return this.recording.stage() == Stage.IN_PROGRESS;
	}

	public int here() {
		return (int) this.people.stream().filter(Person::attended).count();
	}

	/** How many have agreed to everything. */
	public int agreed() {
		return (int) this.people.stream().filter(Person::agreesToAll).count();
	}

	public ConsentItem[] items() {
		return ConsentItem.values();
	}

	/**
	 * A participant at the door.
	 *
	 * @param name as in the key; null when the key is destroyed
	 */
	record Person(Long id, String code, String profession, String site, @Nullable String name, boolean attended,
			Map<ConsentItem, Answer> answers) {

		public @Nullable Answer answer(ConsentItem item) {
			return this.answers.get(item);
		}

		/** Message {@code consent.state.<this>}. */
		public String state(ConsentItem item) {
			Answer answer = this.answers.get(item);
			if (answer == null) {
				return "open";
			}
			return answer.given() ? "given" : (answer.isWithdrawn() ? "withdrawn" : "refused");
		}

		public boolean agrees(ConsentItem item) {
			Answer answer = this.answers.get(item);
			return answer != null && answer.given();
		}

		public boolean agreesToAll() {
			return Stream.of(ConsentItem.values()).allMatch(this::agrees);
		}

		/** Has said no to something: then nobody answers for all items at once. */
		public boolean objects() {
			return this.answers.values().stream().anyMatch((answer) -> !answer.given());
		}

		/** Whether a tick is refused now, and a word at the door is needed first. */
		public boolean isBarred(RecordingState recording) {
			Answer part = this.answers.get(ConsentItem.TAKE_PART);
			return !this.attended
					&& ((part != null && !part.given()) || (recording.isRunning() && !agrees(ConsentItem.RECORDING)));
		}

	}

}
