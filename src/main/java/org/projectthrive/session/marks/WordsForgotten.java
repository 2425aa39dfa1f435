package org.projectthrive.session.marks;

import org.jspecify.annotations.Nullable;

/**
 * Nobody shall read any more what a turn or a note said before, or not as it was; told
 * within the same transaction.
 *
 * @param version of the turn or note that said it, or {@link #ANY}
 * @param covering what was put in the place of what, where words that may give somebody
 * away were taken out; null where nothing of it shall be read
 */
public record WordsForgotten(Long studyId, WordSource source, int version, @Nullable Rewording covering) {

	/** Whatever it said before. */
	public static final int ANY = -1;

	/** Nothing that it said before shall be read. */
	public static WordsForgotten all(Long studyId, WordSource source) {
		return new WordsForgotten(studyId, source, ANY, null);
	}

	/** What one version said is read without some words. */
	public static WordsForgotten covered(Long studyId, WordSource source, int version, Rewording covering) {
		return new WordsForgotten(studyId, source, version, covering);
	}

}
