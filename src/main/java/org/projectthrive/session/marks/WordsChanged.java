package org.projectthrive.session.marks;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A turn or a note says other words now. Told within the transaction that changes it, so
 * that whatever points at the old words, or quotes them, follows, or nothing has changed.
 *
 * @param secret whether nobody shall read the words until now any more
 * @param covering what was put in the place of what, where words that may give somebody
 * away were taken out; null where somebody wrote the words anew
 */
public record WordsChanged(Long studyId, WordSource source, String before, String after, boolean secret,
		@Nullable Rewording covering) {

	/** Somebody has written the words anew. */
	public static WordsChanged written(Long studyId, WordSource source, String before, String after, boolean secret) {
		return new WordsChanged(studyId, source, before, after, secret, null);
	}

	/**
	 * Words were covered; of a text that nobody can point at there is nothing to tell.
	 */
	static Optional<WordsChanged> covered(Long studyId, Rewording rewording) {
		return WordSource.of(rewording.before())
			.map((source) -> new WordsChanged(studyId, source, rewording.before().text(), rewording.after(), false,
					rewording));
	}

}
