package org.projectthrive.coding.workspace;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A turn or a live note: both are sources, and are coded alike.
 *
 * @param position a turn's number in its transcript, or a note's sequence
 * @param speaker a participant's code, Moderator or Note-taker, or empty
 * @param kind of a note: QUOTE, PARAPHRASE, NON_VERBAL or OWN_IDEA
 * @param domain the guide question's domain, or the wording of an unscripted question
 */
record SourceRow(@Nullable Long turnId, @Nullable UUID noteId, long position, String speaker,
		@Nullable Integer startsMs, @Nullable Instant notedAt, @Nullable String kind, String text,
		@Nullable Long questionId, @Nullable Long unscriptedQuestionId, @Nullable String domain,
		@Nullable String wording) {

	/** What the source is called in a page's addresses and elements: {@code turn-7}. */
	public String ref() {
		return isTurn() ? "turn-" + this.turnId : "note-" + this.noteId;
	}

	public boolean isTurn() {
		return this.turnId != null;
	}

	/**
	 * Its question as filters name it: {@code q7} of the guide, {@code u3} unscripted,
	 * empty without any.
	 */
	public String question() {
		if (this.questionId != null) {
			return "q" + this.questionId;
		}
		return (this.unscriptedQuestionId != null) ? "u" + this.unscriptedQuestionId : "";
	}

}
