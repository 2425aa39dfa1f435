package org.projectthrive.transcript.file.speech;

import java.util.List;

/**
 * A transcript as it was read from a file, with what a person should know about it before
 * it is kept.
 */
public record TranscriptText(List<Utterance> turns, List<Remark> remarks, List<Dropped> dropped) {

	/**
	 * Something in the file to look at.
	 *
	 * @param messageKey what it is
	 * @param detail the words it is about
	 */
	public record Remark(int line, String messageKey, String detail) {
	}

	/** A line that is nobody's speech and is left out. */
	public record Dropped(int line, String text) {
	}

}
