package org.projectthrive.transcript;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.SessionQuestions.Choice;
import org.projectthrive.transcript.TranscriptStore.SpeakerRow;
import org.projectthrive.transcript.TranscriptStore.TranscriptRow;
import org.projectthrive.transcript.TranscriptStore.TurnLine;

/** A transcript as it is read: passages in the order of talk. */
public record Reading(TranscriptRow transcript, List<Passage> passages, List<Choice> choices,
		List<SpeakerRow> speakers) {

	public int turns() {
		return this.passages.stream().mapToInt((passage) -> passage.turns().size()).sum();
	}

	/**
	 * Turns that belong to the same question.
	 *
	 * @param value of the question, or none
	 */
	public record Passage(String value, @Nullable Choice question, List<TurnLine> turns) {

		/** The anchor of the passage: its first turn. */
		public String anchor() {
			return "turn-" + this.turns.get(0).id();
		}

	}

}
