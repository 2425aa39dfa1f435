package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.speech.Excerpt;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.Timestamps;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.TranscriptText.Dropped;
import org.projectthrive.transcript.file.speech.TranscriptText.Remark;
import org.projectthrive.transcript.file.speech.Turntaking;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.speech.Utterance;

/**
 * Reads typed transcripts: {@code Name: words}, with or without a time, a speaker's
 * header line with the words below it, and tables. Lines without a speaker continue the
 * speech above them.
 */
final class PlainTextReader {

	/** After so many hours it is a time of day, for no session lasts so long. */
	private static final int OF_DAY_MS = 5 * 3_600_000;

	private static final Pattern STAMP_WITHIN = Pattern.compile("\\[\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,3})?]");

	private static final int WORDS_OF_SENTENCE = 4;

	private static final Pattern ABOUT_TRANSCRIPT = Pattern.compile("(?i).{0,300}(?:transcri|recording)");

	private final List<PlainLine> lines;

	private final PlainSpeakers speakers;

	private final List<Utterance> turns = new ArrayList<>();

	private final List<Remark> remarks = new ArrayList<>();

	private final List<Dropped> dropped = new ArrayList<>();

	private final StringBuilder words = new StringBuilder();

	private final boolean timesFollow;

	/** Whether the first header that names a speaker is later than the beginning. */
	private final boolean beginsLate;

	private @Nullable Utterance current;

	private int pending = Timestamps.NONE;

	private int latest;

	private PlainTextReader(List<PlainLine> lines, boolean timesFollow, Predicate<String> known) {
		this.lines = lines;
		this.timesFollow = timesFollow;
		this.speakers = new PlainSpeakers(lines, known);
		this.beginsLate = lines.stream()
			.filter(this.speakers::speaks)
			.limit(1)
			.anyMatch((line) -> line.kind() == Kind.HEADER && line.stamp() >= 1000 && line.stamp() < OF_DAY_MS);
	}

	/** Reads text whose lines end with a line feed. */
	static TranscriptText read(String content, Predicate<String> known) {
		return new PlainTextReader(PlainLines.of(content), TypedLines.endsWithTimes(content), known).read();
	}

	private TranscriptText read() {
		BitSet left = Furniture.of(this.lines, this.speakers::speaks, this.remarks);
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			if (!left.get(at)) {
				hear(line);
			}
			else if (!line.isBlank()) {
				drop(line);
			}
		}
		finish();
		if (this.turns.isEmpty()) {
			throw new Unreadable("speakers");
		}
		return new TranscriptText(Turntaking.split(timed(), this.remarks), this.remarks, this.dropped);
	}

	private void hear(PlainLine line) {
		String label = line.label();
		if (label != null && this.speakers.speaks(line)) {
			if (line.kind() != Kind.CELL && !this.speakers.isSpeaker(label)) {
				remark(line, "single", label);
			}
			begin(line, label);
		}
		else if (line.isBlank()) {
			this.pending = (line.stamp() >= 0) ? line.stamp() : this.pending;
		}
		else if (this.current == null && !isSpeech(line)) {
			drop(line);
		}
		else if (this.current == null) {
			remark(line, "nobody", Excerpt.of(line.text()));
			begin(line, "");
		}
		else {
			goOn(line, label);
		}
	}

	/**
	 * A sentence before the first header is the speech of somebody, if it is not about
	 * the transcript.
	 */
	private boolean isSpeech(PlainLine line) {
		String text = line.text();
		return this.beginsLate && line.kind() == Kind.NONE && Character.isLetter(text.codePointAt(0))
				&& ".?!…".indexOf(text.charAt(text.length() - 1)) >= 0
				&& text.split("\\s+", WORDS_OF_SENTENCE).length == WORDS_OF_SENTENCE
				&& !ABOUT_TRANSCRIPT.matcher(text).lookingAt();
	}

	private void begin(PlainLine line, String label) {
		finish();
		int stamp = (line.stamp() >= 0) ? line.stamp() : this.pending;
		this.pending = Timestamps.NONE;
		if (stamp >= 0 && stamp < this.latest) {
			remark(line, "backwards", Excerpt.of(line.text()));
		}
		this.latest = Math.max(this.latest, stamp);
		this.current = new Utterance(label, (stamp >= 0) ? stamp : null, null, "", line.number());
		say(line.words());
	}

	private void goOn(PlainLine line, @Nullable String label) {
		boolean named = line.kind() == Kind.COLON || line.isStrong();
		if (label != null && named && SpeakerLabels.isName(label)) {
			remark(line, "once", label);
		}
		say(line.text());
	}

	private void say(String said) {
		if (!said.isEmpty()) {
			this.words.append(this.words.isEmpty() ? "" : " ").append(said);
		}
	}

	private void finish() {
		if (this.timesFollow && !this.words.isEmpty()) {
			int from = this.words.lastIndexOf("[");
			String last = (from >= 0) ? this.words.substring(from).strip() : "";
			this.pending = last.endsWith("]") ? Timestamps.bracketed(last) : this.pending;
		}
		String said = STAMP_WITHIN.matcher(this.words).replaceAll(" ").replaceAll("\\s+", " ").strip();
		if (this.current != null && !said.isEmpty()) {
			this.turns.add(this.current.saying(said));
		}
		this.words.setLength(0);
	}

	/** A turn lasts until the next one begins. */
	private List<Utterance> timed() {
		List<Utterance> timed = new ArrayList<>();
		countFromTheFirst();
		for (int turn = 0; turn < this.turns.size(); turn++) {
			Utterance said = this.turns.get(turn);
			Integer next = (turn + 1 < this.turns.size()) ? this.turns.get(turn + 1).startsMs() : null;
			boolean follows = said.startsMs() != null && next != null && next >= said.startsMs();
			timed.add(said.until(follows ? next : null));
		}
		return timed;
	}

	/** Times of day tell when the session was; when in it, they tell from its start. */
	private void countFromTheFirst() {
		Utterance first = this.turns.stream().filter((turn) -> turn.startsMs() != null).findFirst().orElse(null);
		if (first == null) {
			return;
		}
		int start = Objects.requireNonNull(first.startsMs());
		if (start < OF_DAY_MS) {
			return;
		}
		this.remarks.add(new Remark(first.line(), "transcript.remark.day", Excerpt.of(first.text())));
		this.turns
			.replaceAll((turn) -> (turn.startsMs() == null) ? turn : turn.from(Math.max(0, turn.startsMs() - start)));
	}

	private void drop(PlainLine line) {
		this.dropped.add(new Dropped(line.number(), Excerpt.of(line.text())));
	}

	private void remark(PlainLine line, String what, String words) {
		this.remarks.add(new Remark(line.number(), "transcript.remark." + what, words));
	}

}
