package org.projectthrive.transcript.voice;

import org.jspecify.annotations.Nullable;

/**
 * Whom a speaker of a transcript can stand for.
 *
 * @param value stands for it in forms: {@code participant:7}, {@code facilitator:3} or
 * {@code other}
 * @param label what the transcript calls the person: P07, Moderator, Note-taker, Other
 * voice
 * @param name the person's name, for those who may see it, or empty
 */
public record Voice(String value, String label, String name, @Nullable Long participantId, @Nullable Long memberId) {

	public static final Voice OTHER = new Voice("other", "Other voice", "", null, null);

	public static Voice participant(Long id, String code, String name) {
		return new Voice("participant:" + id, code, name, id, null);
	}

	static Voice facilitator(Long memberId, String label, String name) {
		return new Voice("facilitator:" + memberId, label, name, null, memberId);
	}

	boolean isFacilitator() {
		return this.memberId != null;
	}

	/** What stands for the person's name in the text. */
	String cover() {
		return (this.participantId != null) ? this.label : "[" + this.label + "]";
	}

}
