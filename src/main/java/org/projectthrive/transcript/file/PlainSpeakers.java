package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.speech.SpeakerLabels;

/** Tells which lines of a typed transcript name somebody who speaks. */
final class PlainSpeakers {

	private static final int FEW = 3;

	private static final Set<Kind> BEFORE_WORDS = Set.of(Kind.COLON, Kind.STAMPED, Kind.BOLD);

	private final List<PlainLine> lines;

	private final SpeakerLabels labels;

	/** Whom the file itself lists. */
	private final Set<String> listed;

	private final Set<PlainLine> single = Collections.newSetFromMap(new IdentityHashMap<>());

	/** The kind of line that names speakers when no surer one does. */
	private Kind unsure = Kind.NONE;

	PlainSpeakers(List<PlainLine> lines, Predicate<String> known) {
		this.lines = lines;
		this.labels = new SpeakerLabels(known);
		this.listed = Attendance.of(lines);
		look();
	}

	private void look() {
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

	/**
	 * Where every line begins with a name, so does one whose name occurs once and is no
	 * everyday word.
	 */
	private void believeWhereAllAreNamed(BitSet left) {
		List<PlainLine> once = new ArrayList<>();
		int named = 0;
		int others = 0;
		for (int at = left.nextClearBit(0); at < this.lines.size(); at = left.nextClearBit(at + 1)) {
			PlainLine line = this.lines.get(at);
			boolean colon = BEFORE_WORDS.contains(line.kind());
			if (speaks(line)) {
				named++;
			}
			else if (named > 0 && colon && SpeakerLabels.isOnlyName(String.valueOf(line.label()))) {
				once.add(line);
			}
			else if (named > 0 && !line.isBlank()) {
				others++;
			}
		}
		if (named >= FEW && others * 10 <= named && once.size() * ((others == 0) ? 1 : 2) <= named) {
			this.single.addAll(once);
		}
	}

	private void see(Predicate<PlainLine> which) {
		this.lines.stream()
			.filter((line) -> line.label() != null && which.test(line))
			.forEach((line) -> this.labels.saw(String.valueOf(line.label())));
	}

	boolean speaks(PlainLine line) {
		String label = line.label();
		if (label == null) {
			return false;
		}
		return switch (line.kind()) {
			case CELL -> true;
			case HEADER, STAMPED, COLON -> isNamed(line, label);
			case INLINE -> this.unsure == Kind.INLINE && isNamed(line, label);
			case NAME -> this.unsure == Kind.NAME && this.labels.isSpeaker(label) && standsAlone(line, label);
			default -> this.labels.isSpeaker(label) || this.single.contains(line)
					|| (this.labels.isHeardOnce(label) && SpeakerLabels.isSure(label));
		};
	}

	/** A name that recurs or is known, or that is believed for its place. */
	private boolean isNamed(PlainLine line, String label) {
		return this.labels.isSpeaker(label) || (this.single.contains(line) && SpeakerLabels.isName(label))
				|| this.labels.isHeardOnce(label) || this.listed.contains(label);
	}

	private static boolean standsAlone(PlainLine line, String label) {
		return line.marked() || label.indexOf(' ') > 0 || SpeakerLabels.isCodeOrRole(label);
	}

	/** Whether a label counts wherever it stands. */
	boolean isSpeaker(String label) {
		return this.labels.isSpeaker(label);
	}

}
