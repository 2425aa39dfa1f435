package org.projectthrive.transcript.file.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.BracketNames;
import org.projectthrive.transcript.file.speech.Labelled;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.subtitle.CueText.Voice;

/**
 * What is shown for a while.
 *
 * @param lines as they stand in the file
 * @param named who speaks, where the line above the times tells; empty for nobody
 * @param voices who says what in it
 * @param line where its times stand, counted from 1
 */
record Cue(int start, int end, List<String> lines, @Nullable String named, List<Voice> voices, int line) {

	private static final int FEW = 3;

	/** No more can be shown at a time, by far. */
	private static final int MOST_LINES = 1000;

	/** Where on the picture a subtitle belongs. */
	private static final Pattern POSITION = Pattern.compile("^\\{\\\\[^{}]{1,20}}");

	/** Before the words of the next speaker. */
	private static final Pattern NEXT = Pattern.compile("^(?:(?:>|&gt;){2,3}\\s*+|[-–]\\s)");

	static Cue of(int start, int end, List<String> lines, @Nullable String named, int line) {
		if (lines.size() > MOST_LINES) {
			throw new Unreadable("damaged");
		}
		return new Cue(start, end, lines, named, (named != null) ? of(named, lines) : voices(lines), line);
	}

	/** Where the first line of each cue is but a name, that is who speaks in it. */
	static List<Cue> withNamesAbove(List<Cue> cues) {
		boolean above = cues.size() >= FEW && cues.stream().allMatch(Cue::hasNameAbove)
				&& cues.stream().map((cue) -> cue.lines.get(0)).distinct().count() < cues.size();
		return above ? cues.stream().map(Cue::belowName).toList() : cues;
	}

	/** Where most cues begin with a name in brackets, that is who speaks in them. */
	static List<Cue> withNamesInBrackets(List<Cue> cues) {
		List<String> firsts = cues.stream().map((cue) -> cue.lines.isEmpty() ? "" : cue.lines.get(0)).toList();
		return BracketNames.are(firsts) ? cues.stream().map(Cue::withColon).toList() : cues;
	}

	private Cue withColon() {
		List<String> changed = new ArrayList<>(this.lines);
		if (!changed.isEmpty()) {
			changed.set(0, BracketNames.withColon(changed.get(0)));
		}
		return of(this.start, this.end, changed, this.named, this.line);
	}

	private boolean hasNameAbove() {
		String first = this.lines.isEmpty() ? "" : nameAbove();
		return this.lines.size() > 1 && this.named == null && !first.startsWith("(") && SpeakerLabels.isShaped(first)
				&& SpeakerLabels.isName(first) && ".!?,;…-".indexOf(first.charAt(first.length() - 1)) < 0;
	}

	private Cue belowName() {
		return of(this.start, this.end, this.lines.subList(1, this.lines.size()), nameAbove(), this.line);
	}

	private String nameAbove() {
		String first = this.lines.get(0).strip();
		boolean bold = first.length() > 4 && first.startsWith("**") && first.endsWith("**");
		return bold ? first.substring(2, first.length() - 2).strip() : first;
	}

	private static List<Voice> of(String speaker, List<String> lines) {
		return CueText.voices(String.join("\n", lines))
			.stream()
			.map((voice) -> voice.speaker().isEmpty() ? new Voice(speaker, voice.words()) : voice)
			.toList();
	}

	/**
	 * The voices of a cue. Without tags, a line that begins with a name, or marks that
	 * somebody else speaks, begins another voice.
	 */
	private static List<Voice> voices(List<String> lines) {
		Voice told = (lines.size() == 1) ? CueText.metadata(lines.get(0)) : null;
		if (told != null) {
			return List.of(told);
		}
		List<Voice> voices = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean other = false;
		for (String line : lines) {
			String text = POSITION.matcher(line.strip()).replaceFirst("").strip();
			String plain = NEXT.matcher(text).replaceFirst("").strip();
			boolean marked = text.startsWith(">>") || text.startsWith("&gt;&gt;");
			boolean begins = (marked || Labelled.split(plain) != null) && part.indexOf("<v") < 0;
			if (begins && !part.isEmpty()) {
				add(part.toString(), other, voices);
				part.setLength(0);
			}
			other = part.isEmpty() ? marked : other;
			part.append(part.isEmpty() ? plain : "\n" + line);
		}
		add(part.toString(), other, voices);
		return voices;
	}

	private static void add(String payload, boolean other, List<Voice> voices) {
		for (Voice voice : CueText.voices(payload)) {
			voices.add((other && voices.isEmpty()) || (other && voice.speaker().isEmpty()) ? voice.ofOther() : voice);
		}
	}

}
