package org.projectthrive.transcript.file.speech;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.TranscriptText.Remark;

/**
 * Makes turns of what was said: cues of one speaker that follow each other are one turn,
 * a very long one is several.
 */
public final class Turntaking {

	/** Within this silence a speaker is still speaking. */
	private static final int PAUSE_MS = 2000;

	private static final int LONGEST_TURN = 4000;

	private Turntaking() {
	}

	/** Joins cues that follow each other. */
	public static List<Utterance> merged(List<Utterance> cues, List<Remark> remarks) {
		List<Utterance> turns = new ArrayList<>();
		StringBuilder words = new StringBuilder();
		Utterance current = null;
		for (Utterance cue : cues) {
			if (current != null && continues(current, cue, words.length() + cue.text().length())) {
				words.append(' ').append(cue.text());
				current = current.until(later(current.endsMs(), cue.endsMs()));
			}
			else {
				finish(current, words, turns);
				words = new StringBuilder(cue.text());
				current = cue;
			}
		}
		finish(current, words, turns);
		return split(turns, remarks);
	}

	/** Cuts turns that are too long to be shown as one, between two words. */
	public static List<Utterance> split(List<Utterance> turns, List<Remark> remarks) {
		List<Utterance> cut = new ArrayList<>();
		for (Utterance turn : turns) {
			if (turn.text().length() > LONGEST_TURN) {
				remarks.add(new Remark(turn.line(), "transcript.remark.long", Excerpt.of(turn.text())));
			}
			int from = 0;
			while (turn.text().length() - from > LONGEST_TURN) {
				int end = cutAt(turn.text(), from);
				cut.add(turn.saying(turn.text().substring(from, end).strip()));
				from = end;
			}
			cut.add(turn.saying(turn.text().substring(from).strip()));
		}
		return cut.stream().filter((turn) -> !turn.text().isEmpty()).toList();
	}

	private static boolean continues(Utterance current, Utterance next, int length) {
		return !next.speaker().isEmpty() && current.speaker().equals(next.speaker()) && length < LONGEST_TURN
				&& current.endsMs() != null && next.startsMs() != null
				&& next.startsMs() - current.endsMs() <= PAUSE_MS;
	}

	private static void finish(@Nullable Utterance current, StringBuilder words, List<Utterance> turns) {
		if (current != null) {
			turns.add(current.saying(words.toString()));
		}
	}

	private static @Nullable Integer later(@Nullable Integer one, @Nullable Integer other) {
		return (one == null || other == null) ? other : Integer.valueOf(Math.max(one, other));
	}

	private static int cutAt(String text, int from) {
		int space = text.lastIndexOf(' ', from + LONGEST_TURN);
		if (space > from) {
			return space;
		}
		int end = from + LONGEST_TURN;
		return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
	}

}
