package org.projectthrive.transcript.question;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question that may have been asked in a session.
 *
 * @param domain a neutral noun, such as "In-basket", or empty
 * @param probes what is asked to hear more about it
 * @param openedMs when the note-taker opened it, from the start of the session; null for
 * a question of the guide
 */
public record Asked(String wording, String domain, List<String> probes, @Nullable Integer openedMs) {

	public static Asked ofGuide(String wording, String domain, List<String> probes) {
		return new Asked(wording, domain, probes, null);
	}

	/** A question that nobody had planned, as it was noted live. */
	public static Asked unscripted(String wording, @Nullable Integer openedMs) {
		return new Asked(wording, "", List.of(), (openedMs != null) ? openedMs : Integer.valueOf(0));
	}

	boolean isOfGuide() {
		return this.openedMs == null;
	}

}
