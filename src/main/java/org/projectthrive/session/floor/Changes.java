package org.projectthrive.session.floor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.people.LiveRecording;

/**
 * A session as its screens show it, with the notes that have changed since they last
 * asked. Times are epoch milliseconds.
 *
 * @param change what to ask for the changes after the next time
 * @param open whether notes are taken
 * @param recording whether it is recorded, while it runs
 * @param used the seconds that each question was on the floor
 * @param deleted the notes that are no longer there
 * @param more whether there are more changes, to be asked for at once
 */
record Changes(long now, @Nullable Long startedAt, @Nullable Long endedAt, int minutes, String stage, boolean open,
		long change, @Nullable Floor floor, @Nullable LiveRecording recording, Map<String, Long> used,
		List<Asked> topics, List<Parked> parked, List<Noted> notes, List<UUID> deleted, boolean more) {

	/**
	 * The question that is being talked about.
	 *
	 * @param change the change by which it came
	 */
	record Floor(String topic, long since, long change) {
	}

	/**
	 * A question of the session.
	 *
	 * @param probes one a line
	 * @param uuid the first id under which an unscripted one was opened by a browser
	 */
	record Asked(String key, String wording, int minutes, String probes, boolean unscripted, @Nullable UUID uuid) {
	}

	/**
	 * Something to come back to.
	 *
	 * @param topic the question under which it came up
	 * @param version how often it was saved
	 */
	public record Parked(UUID id, String text, @Nullable String topic, boolean done, int version, long change) {

		boolean isOpen() {
			return !this.done;
		}

		/** Whether the other one would change nothing. */
		boolean says(Parked other) {
			return this.text.equals(other.text) && Objects.equals(this.topic, other.topic) && this.done == other.done;
		}

	}

	/** A note as it is now. */
	record Noted(UUID id, String topic, @Nullable Long questionId, @Nullable Long unscriptedQuestionId, String kind,
			@Nullable String speaker, String text, String author, boolean mine, int version, long seq, long at,
			long change) {
	}

}
