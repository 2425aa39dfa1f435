package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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

	private final Set<PlainLine> single = Collections.newSetFromMap(new IdentityHashMap<>());

	private final boolean timesFollow;

	/** The kind of line that names speakers when no surer one does. */
	private Kind unsure = Kind.NONE;

	private @Nullable Utterance current;

	private int pending = Timestamps.NONE;

	private int latest;

	private PlainTextReader(List<PlainLine> lines, boolean timesFollow, Predicate<String> known) {
		this.lines = lines;
		this.timesFollow = timesFollow;
		this.labels = new SpeakerLabels(known);
	}

	/** Reads text whose lines end with a line feed. */
	static TranscriptText read(String content, Predicate<String> known) {
		return new PlainTextReader(PlainLines.of(content), PlainLines.endsWithTimes(content), known).read();
	}

	private TranscriptText read() {
		see((line) -> line.kind() != Kind.NAME && line.kind() != Kind.INLINE);
		believe((line) -> line.isStrong());
		for (Kind kind : List.of(Kind.INLINE, Kind.NAME)) {
			if (this.lines.stream().noneMatch(this::speaks)) {
				this.unsure = kind;
				see((line) -> line.kind() == kind);
				believe((line) -> line.kind() == Kind.INLINE);
			}
		}
		believeWhereAllAreNamed(Furniture.of(this.lines, this::speaks, new ArrayList<>()));
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
	private void believe(Predicate<PlainLine> placed) {
		List<PlainLine> sure = this.lines.stream()
			.filter((line) -> line.stamp() >= 0 && placed.test(line)
					&& SpeakerLabels.isName(String.valueOf(line.label())))
			.toList();
		if (sure.size() < FEW) {
			return;
		}
		for (int at = 0; at < sure.size(); at++) {
			int before = (at > 0) ? sure.get(at - 1).stamp() : 0;
			int after = (at + 1 < sure.size()) ? sure.get(at + 1).stamp() : Integer.MAX_VALUE;
			if (before <= sure.get(at).stamp() && sure.get(at).stamp() <= after) {
				this.single.add(sure.get(at));
			}
		}
	}

	/** Where every line begins with a name, so does one whose name occurs once. */
	private void believeWhereAllAreNamed(BitSet left) {
		List<PlainLine> once = new ArrayList<>();
		int named = 0;
		int others = 0;
		for (int at = left.nextClearBit(0); at < this.lines.size(); at = left.nextClearBit(at + 1)) {
			PlainLine line = this.lines.get(at);
			boolean colon = line.kind() == Kind.COLON || line.kind() == Kind.STAMPED;
			if (speaks(line)) {
				named++;
			}
			else if (named > 0 && colon && SpeakerLabels.isName(String.valueOf(line.label()))) {
				once.add(line);
			}
			else if (named > 0 && !line.isBlank()) {
				others++;
			}
		}
		if (named >= FEW && others * 10 <= named && once.size() * 2 <= named) {
			this.single.addAll(once);
		}
	}

	private void see(Predicate<PlainLine> which) {
		this.lines.stream()
			.filter((line) -> line.label() != null && which.test(line))
			.forEach((line) -> this.labels.saw(String.valueOf(line.label())));
	}

	private boolean speaks(PlainLine line) {
		String label = line.label();
		if (label == null) {
			return false;
		}
		return switch (line.kind()) {
			case CELL -> true;
			case HEADER, STAMPED, COLON -> isNamed(line, label);
			case INLINE -> this.unsure == Kind.INLINE && isNamed(line, label);
			case NAME -> this.unsure == Kind.NAME && this.labels.isSpeaker(label) && standsAlone(line, label);
			default -> this.labels.isSpeaker(label) || (this.labels.isHeardOnce(label) && SpeakerLabels.isSure(label));
		};
	}

	/** A name that recurs or is known, or that is believed for its place. */
	private boolean isNamed(PlainLine line, String label) {
		return this.labels.isSpeaker(label) || (this.single.contains(line) && SpeakerLabels.isName(label))
				|| this.labels.isHeardOnce(label);
	}

	private static boolean standsAlone(PlainLine line, String label) {
		return line.marked() || label.indexOf(' ') > 0 || SpeakerLabels.isCodeOrRole(label);
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
		int stamp = (line.stamp() >= 0) ? line.stamp() : this.pending;
		this.pending = Timestamps.NONE;
		if (stamp >= 0 && stamp < this.latest) {
			remark(line, "backwards", TranscriptFiles.excerpt(line.text()));
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
