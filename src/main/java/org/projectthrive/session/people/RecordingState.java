package org.projectthrive.session.people;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Stage;

/**
 * Whether a session is recorded, and whether it may be.
 *
 * @param here how many participants are checked in
 * @param against the codes of those checked in who have not agreed to be recorded
 * @param withdrawn the codes of those among them who had agreed before
 * @param marks in the order of time
 */
public record RecordingState(Stage stage, int here, List<String> against, Set<String> withdrawn,
		List<RecordingMark> marks) {

	/** The same with these recordings. */
	RecordingState with(List<RecordingMark> allMarks) {
		return new RecordingState(this.stage, this.here, this.against, this.withdrawn, allMarks);
	}

	/** The recording that runs, if one does. */
	public @Nullable RecordingMark running() {
		return this.marks.stream().filter(RecordingMark::isRunning).findFirst().orElse(null);
	}

	public boolean isRunning() {
		return running() != null;
	}

	public boolean canStart() {
		return refusal() == null;
	}

	/** Somebody in the room does not agree, or not any more, and the recording runs. */
	public boolean mustStop() {
		return isRunning() && !this.against.isEmpty();
	}

	/** The message that says why it must stop, with the codes in question. */
	public String alarm() {
		return this.withdrawn.containsAll(this.against) ? "recording.mustStop.withdrawn" : "recording.mustStop.against";
	}

	/**
	 * The message that says why no recording can start now, with the codes in question
	 * and how many they are; null when one can.
	 */
	public @Nullable String refusal() {
		if (this.stage != Stage.IN_PROGRESS) {
			return "recording.refused.stage";
		}
		if (isRunning()) {
			return "recording.refused.running";
		}
		if (this.here == 0) {
			return "recording.refused.nobody";
		}
		return this.against.isEmpty() ? null : "recording.refused.consent";
	}

	public String codes() {
		return String.join(", ", this.against);
	}

}
