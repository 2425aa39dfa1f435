package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.TranscriptText.Dropped;
import org.projectthrive.transcript.file.TranscriptText.Remark;

/**
 * Reads typed transcripts: {@code Name: words}, with or without a time, a speaker's
 * header line with the words below it, and tables. Lines without a speaker continue the
 * speech above them.
 */
final class PlainTextReader {

	private static final int FEW = 3;

	private static final Pattern STAMP_WITHIN = Pattern.compile("\\[\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,3})?]");

	private final List<PlainLine> lines;

	private final SpeakerLabels labels;

	private final List<Utterance> turns = new ArrayList<>();

	private final List<Remark> remarks = new ArrayList<>();

	private final List<Dropped> dropped = new ArrayList<>();

	private final StringBuilder words = new StringBuilder();

	private final BitSet single = new BitSet();

	private boolean namesAlone;

	private @Nullable Utterance current;

	private int pending = Timestamps.NONE;

	private int latest;

	private PlainTextReader(List<PlainLine> lines, Predicate<String> known) {
		this.lines = lines;
		this.labels = new SpeakerLabels(known);
	}

	/** Reads text whose lines end with a line feed. */
	static TranscriptText read(String content, Predicate<String> known) {
		List<PlainLine> lines = new ArrayList<>();
		int number = 0;
		for (String line : (Iterable<String>) content.lines()::iterator) {
			number++;
			if (line.contains("-->") && Timestamps.millis(line.substring(0, line.indexOf("-->"))) >= 0) {
				throw new Unreadable("header");
			}
			lines.addAll(PlainLine.of(line, number));
		}
		return new PlainTextReader(lines, known).read();
	}

	private TranscriptText read() {
		this.lines.stream()
			.filter((line) -> line.label() != null && line.kind() != Kind.NAME)
			.forEach((line) -> this.labels.saw(String.valueOf(line.label())));
		believeTheSure();
		if (this.lines.stream().noneMatch(this::speaks)) {
			this.namesAlone = true;
			this.lines.stream()
				.filter((line) -> line.kind() == Kind.NAME)
				.forEach((line) -> this.labels.saw(String.valueOf(line.label())));
		}
		BitSet left = Furniture.of(this.lines, this::speaks, this.remarks);
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

	/**
	 * Where a file puts a time beside every name, a name is believed that occurs once,
	 * when its time fits between the others.
	 */
	private void believeTheSure() {
		List<PlainLine> sure = this.lines.stream()
			.filter((line) -> line.isStrong() && line.stamp() >= 0
					&& SpeakerLabels.isName(String.valueOf(line.label())))
			.toList();
		if (sure.size() < FEW) {
			return;
		}
		for (int at = 0; at < sure.size(); at++) {
			int before = (at > 0) ? sure.get(at - 1).stamp() : 0;
			int after = (at + 1 < sure.size()) ? sure.get(at + 1).stamp() : Integer.MAX_VALUE;
			if (before <= sure.get(at).stamp() && sure.get(at).stamp() <= after) {
				this.single.set(sure.get(at).number());
			}
		}
	}

	private boolean speaks(PlainLine line) {
		String label = line.label();
		if (label == null) {
			return false;
		}
		return switch (line.kind()) {
			case CELL -> true;
			case HEADER, STAMPED -> this.labels.isSpeaker(label) || isSingle(line);
			case NAME -> this.namesAlone && this.labels.isSpeaker(label)
					&& (line.marked() || label.indexOf(' ') > 0 || SpeakerLabels.isCodeOrRole(label));
			default -> this.labels.isSpeaker(label);
		};
	}

	private boolean isSingle(PlainLine line) {
		return line.isStrong() && this.single.get(line.number()) && SpeakerLabels.isName(String.valueOf(line.label()));
	}

	private void hear(PlainLine line) {
		String label = line.label();
		if (label != null && speaks(line)) {
			if (line.kind() != Kind.CELL && !this.labels.isSpeaker(label)) {
				remark(line, "single", label);
			}
			begin(line, label);
		}
		else if (line.isBlank()) {
			this.pending = (line.stamp() >= 0) ? line.stamp() : this.pending;
		}
		else if (this.current == null) {
			drop(line);
		}
		else {
			goOn(line, label);
		}
	}

	private void begin(PlainLine line, String label) {
		finish();
		int leading = Timestamps.leading(line.words());
		boolean inWords = line.stamp() < 0 && leading > 0 && "[(".indexOf(line.words().charAt(0)) >= 0;
		int own = inWords ? Timestamps.bracketed(line.words().substring(0, leading)) : line.stamp();
		int stamp = (own >= 0) ? own : this.pending;
		this.pending = Timestamps.NONE;
		if (stamp >= 0 && stamp < this.latest) {
			remark(line, "backwards", TranscriptFiles.excerpt(line.text()));
		}
		this.latest = Math.max(this.latest, stamp);
		this.current = new Utterance(label, (stamp >= 0) ? stamp : null, null, "", line.number());
		say(inWords ? line.words().substring(leading).strip() : line.words());
	}

	private void goOn(PlainLine line, @Nullable String label) {
		boolean named = line.kind() != Kind.NAME && line.kind() != Kind.BOLD && line.kind() != Kind.TAB;
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
		String said = STAMP_WITHIN.matcher(this.words).replaceAll(" ").replaceAll("\\s+", " ").strip();
		if (this.current != null && !said.isEmpty()) {
			this.turns.add(this.current.saying(said));
		}
		this.words.setLength(0);
	}

	/** A turn lasts until the next one begins. */
	private List<Utterance> timed() {
		List<Utterance> timed = new ArrayList<>();
		for (int turn = 0; turn < this.turns.size(); turn++) {
			Utterance said = this.turns.get(turn);
			Integer next = (turn + 1 < this.turns.size()) ? this.turns.get(turn + 1).startsMs() : null;
			boolean follows = said.startsMs() != null && next != null && next >= said.startsMs();
			timed.add(said.until(follows ? next : null));
		}
		return timed;
	}

	private void drop(PlainLine line) {
		this.dropped.add(new Dropped(line.number(), TranscriptFiles.excerpt(line.text())));
	}

	private void remark(PlainLine line, String what, String words) {
		this.remarks.add(new Remark(line.number(), "transcript.remark." + what, words));
	}

}
