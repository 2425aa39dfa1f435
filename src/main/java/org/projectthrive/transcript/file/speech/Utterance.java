package org.projectthrive.transcript.file.speech;

import org.jspecify.annotations.Nullable;

/**
 * Words of one speaker.
 *
 * @param speaker as the file names the speaker, or empty where it names nobody
 * @param startsMs milliseconds from the start of the recording
 * @param line where the words are in the file, counted from 1
 */
public record Utterance(String speaker, @Nullable Integer startsMs, @Nullable Integer endsMs, String text, int line) {

	public Utterance from(int start) {
		return new Utterance(this.speaker, start, this.endsMs, this.text, this.line);
	}

	public Utterance until(@Nullable Integer end) {
		return new Utterance(this.speaker, this.startsMs, end, this.text, this.line);
	}

	public Utterance saying(String words) {
		return new Utterance(this.speaker, this.startsMs, this.endsMs, words, this.line);
	}

}
