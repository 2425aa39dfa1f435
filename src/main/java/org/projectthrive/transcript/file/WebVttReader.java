package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.CueText.Voice;
import org.projectthrive.transcript.file.SpeakerLabels.Labelled;
import org.projectthrive.transcript.file.TranscriptText.Dropped;
import org.projectthrive.transcript.file.TranscriptText.Remark;

/**
 * Reads WebVTT as Zoom, Teams and others write it. A file whose times cannot be read is
 * refused, rather than read as text without times.
 */
final class WebVttReader {

	private static final String HEADER = "WEBVTT";

	private static final String ARROW = "-->";

	private final List<String> lines;

	private final SpeakerLabels labels;

	private final List<Cue> cues = new ArrayList<>();

	private final List<Remark> remarks = new ArrayList<>();

	private final List<Dropped> dropped = new ArrayList<>();

	private int at;

	private int unreadable;

	private WebVttReader(List<String> lines, Predicate<String> known) {
		this.lines = lines;
		this.labels = new SpeakerLabels(known);
	}

	static boolean isWebVtt(String content) {
		return content.startsWith(HEADER)
				&& (content.length() == HEADER.length() || Character.isWhitespace(content.charAt(HEADER.length())));
	}

	/** Reads text whose lines end with a line feed. */
	static TranscriptText read(String content, Predicate<String> known) {
		if (!isWebVtt(content)) {
			throw new Unreadable("header");
		}
		return new WebVttReader(content.lines().toList(), known).read();
	}

	private TranscriptText read() {
		this.at = 1;
		skipBlock();
		while (this.at < this.lines.size()) {
			readBlock();
		}
		if (this.cues.isEmpty() || this.unreadable * 10 > this.cues.size()) {
			throw new Unreadable((this.unreadable > 0) ? "damaged" : "nothing");
		}
		this.cues.forEach(this::countLabels);
		List<Utterance> said = new ArrayList<>();
		this.cues.forEach((cue) -> hear(cue, said));
		return new TranscriptText(Turntaking.merged(said, this.remarks), this.remarks, this.dropped);
	}

	private void readBlock() {
		String line = this.lines.get(this.at);
		if (line.contains(ARROW)) {
			readCue(line);
		}
		else if (line.isBlank()) {
			this.at++;
		}
		else if (isBlock(line, "NOTE") || isBlock(line, "STYLE") || isBlock(line, "REGION")) {
			skipBlock();
		}
		else {
			boolean id = this.at + 1 < this.lines.size() && this.lines.get(this.at + 1).contains(ARROW);
			if (!id) {
				drop(this.at);
			}
			this.at++;
		}
	}

	private static boolean isBlock(String line, String name) {
		return line.equals(name) || line.startsWith(name + " ") || line.startsWith(name + "\t");
	}

	private void skipBlock() {
		while (this.at < this.lines.size() && !this.lines.get(this.at).isBlank()
				&& !this.lines.get(this.at).contains(ARROW)) {
			this.at++;
		}
	}

	private void readCue(String timing) {
		int number = this.at + 1;
		int arrow = timing.indexOf(ARROW);
		int start = Timestamps.millis(timing.substring(0, arrow));
		int end = Timestamps.millis(timing.substring(arrow + ARROW.length()).strip().split("\\s", 2)[0]);
		this.at++;
		int first = this.at;
		while (this.at < this.lines.size() && !this.lines.get(this.at).isBlank()
				&& !this.lines.get(this.at).contains(ARROW)) {
			this.at++;
		}
		boolean blankFollows = this.at == this.lines.size() || this.lines.get(this.at).isBlank();
		int last = blankFollows ? this.at : Math.max(first, withoutId());
		if (start < 0 || end < 0) {
			this.unreadable++;
			this.remarks.add(new Remark(number, "transcript.remark.time", excerpt(timing)));
			for (int line = first; line < last; line++) {
				drop(line);
			}
			return;
		}
		this.cues.add(new Cue(start, Math.max(start, end), voices(first, last), number));
	}

	/**
	 * The line before the next cue's times, without a blank line between, is that cue's
	 * number.
	 */
	private int withoutId() {
		String before = this.lines.get(this.at - 1).strip();
		boolean number = !before.isEmpty() && before.chars().allMatch(Character::isDigit);
		return number ? this.at - 1 : this.at;
	}

	private List<Voice> voices(int first, int last) {
		return CueText.voices(String.join("\n", this.lines.subList(first, last)));
	}

	private void countLabels(Cue cue) {
		for (Voice voice : cue.voices()) {
			Labelled labelled = labelled(voice);
			if (labelled != null) {
				this.labels.saw(labelled.label());
			}
		}
	}

	private void hear(Cue cue, List<Utterance> said) {
		for (Voice voice : cue.voices()) {
			Utterance utterance = utterance(cue, voice);
			if (!utterance.text().isEmpty()) {
				said.add(utterance);
			}
		}
	}

	private Utterance utterance(Cue cue, Voice voice) {
		Labelled labelled = labelled(voice);
		if (labelled != null && this.labels.isSpeaker(labelled.label())) {
			return new Utterance(labelled.label(), cue.start(), cue.end(), labelled.words(), cue.line());
		}
		if (labelled != null && SpeakerLabels.isName(labelled.label())) {
			this.remarks.add(new Remark(cue.line(), "transcript.remark.once", labelled.label()));
		}
		if (voice.speaker().isEmpty()) {
			this.remarks.add(new Remark(cue.line(), "transcript.remark.nobody", excerpt(voice.words())));
		}
		return new Utterance(voice.speaker(), cue.start(), cue.end(), voice.words(), cue.line());
	}

	/** Where no tag names the speaker, the words may begin with the name. */
	private static @Nullable Labelled labelled(Voice voice) {
		return voice.speaker().isEmpty() ? SpeakerLabels.split(voice.words()) : null;
	}

	private void drop(int line) {
		this.dropped.add(new Dropped(line + 1, excerpt(this.lines.get(line))));
	}

	private static String excerpt(String text) {
		return TranscriptFiles.excerpt(text);
	}

	private record Cue(int start, int end, List<Voice> voices, int line) {
	}

}
