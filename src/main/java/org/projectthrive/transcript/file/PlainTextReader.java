package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.SpeakerLabels.Labelled;
import org.projectthrive.transcript.file.TranscriptText.Dropped;
import org.projectthrive.transcript.file.TranscriptText.Remark;

/**
 * Reads typed transcripts: {@code Name: words}, with or without a time, and a speaker's
 * header line with the words below it. Lines without a speaker continue the speech above
 * them.
 */
final class PlainTextReader {

	private static final int LONGEST_HEADER = 100;

	private static final Pattern HEADING = Pattern
		.compile("#{1,6}\\s.*|=++(?:[^=]++=++)?|-{3,}|_{3,}|(?i:question|topic|section|part)\\s+\\d{1,3}\\s*[.:)]?");

	private final List<Line> lines;

	private final SpeakerLabels labels;

	private final List<Utterance> turns = new ArrayList<>();

	private final List<Remark> remarks = new ArrayList<>();

	private final List<Dropped> dropped = new ArrayList<>();

	private final StringBuilder words = new StringBuilder();

	private @Nullable Utterance current;

	private int pending = Timestamps.NONE;

	private int latest;

	private PlainTextReader(List<Line> lines, Predicate<String> known) {
		this.lines = lines;
		this.labels = new SpeakerLabels(known);
	}

	/** Reads text whose lines end with a line feed. */
	static TranscriptText read(String content, Predicate<String> known) {
		List<Line> lines = new ArrayList<>();
		int number = 0;
		for (String line : (Iterable<String>) content.lines()::iterator) {
			number++;
			if (line.contains("-->") && Timestamps.millis(line.substring(0, line.indexOf("-->"))) >= 0) {
				throw new Unreadable("header");
			}
			lines.add(line(line.strip(), number));
		}
		return new PlainTextReader(lines, known).read();
	}

	private TranscriptText read() {
		for (Line line : this.lines) {
			if (line.label() != null) {
				this.labels.saw(line.label());
			}
		}
		this.lines.forEach(this::hear);
		finish();
		if (this.turns.isEmpty()) {
			throw new Unreadable("speakers");
		}
		return new TranscriptText(Turntaking.split(timed(), this.remarks), this.remarks, this.dropped);
	}

	private static Line line(String text, int number) {
		String rest = text;
		int stamp = Timestamps.NONE;
		int end = leadingStamp(rest);
		if (end > 0) {
			stamp = Timestamps.bracketed(rest.substring(0, end));
			rest = rest.substring(end).strip();
			rest = rest.startsWith("- ") ? rest.substring(2).strip() : rest;
		}
		Labelled header = header(rest);
		Labelled labelled = (header != null) ? header : SpeakerLabels.split(rest);
		if (labelled == null) {
			return new Line(number, rest, stamp, null, rest);
		}
		return new Line(number, rest, (stamp >= 0) ? stamp : labelled.millis(), labelled.label(), labelled.words());
	}

	/** Where a time at the beginning of a line ends, or 0. */
	private static int leadingStamp(String line) {
		int end = 0;
		while (end < line.length() && end < 24 && "[](0123456789:.,)-".indexOf(line.charAt(end)) >= 0) {
			end++;
			if (Timestamps.bracketed(line.substring(0, end)) >= 0
					&& (end == line.length() || " \t".indexOf(line.charAt(end)) >= 0)) {
				return end;
			}
		}
		return 0;
	}

	/**
	 * {@code Name  0:04}, {@code Name (00:04):} or {@code [Name] 00:00:04}, alone on its
	 * line.
	 */
	private static @Nullable Labelled header(String line) {
		if (line.length() > LONGEST_HEADER) {
			return null;
		}
		String text = line.endsWith(":") ? line.substring(0, line.length() - 1).strip() : line;
		int space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
		int stamp = (space > 0) ? Timestamps.bracketed(text.substring(space)) : Timestamps.NONE;
		if (stamp < 0) {
			return null;
		}
		String label = text.substring(0, space).strip().replaceAll("^\\*\\*(.*?):?\\*\\*$|^\\[(.*)]$", "$1$2");
		return SpeakerLabels.isShaped(label) ? new Labelled(label, stamp, "") : null;
	}

	private void hear(Line line) {
		if (line.label() != null && this.labels.isSpeaker(line.label())) {
			begin(line, line.label());
		}
		else if (line.text().isEmpty()) {
			this.pending = (line.stamp() >= 0) ? line.stamp() : this.pending;
		}
		else if (this.current == null || HEADING.matcher(line.text()).matches()) {
			this.dropped.add(new Dropped(line.number(), TranscriptFiles.excerpt(line.text())));
		}
		else {
			if (line.label() != null && SpeakerLabels.isName(line.label())) {
				this.remarks.add(new Remark(line.number(), "transcript.remark.once", line.label()));
			}
			say(line.text());
		}
	}

	private void begin(Line line, String label) {
		finish();
		int stamp = (line.stamp() >= 0) ? line.stamp() : this.pending;
		this.pending = Timestamps.NONE;
		if (stamp >= 0 && stamp < this.latest) {
			this.remarks
				.add(new Remark(line.number(), "transcript.remark.backwards", TranscriptFiles.excerpt(line.text())));
		}
		this.latest = Math.max(this.latest, stamp);
		this.current = new Utterance(label, (stamp >= 0) ? stamp : null, null, "", line.number());
		say(line.words());
	}

	private void say(String said) {
		if (!said.isEmpty()) {
			this.words.append(this.words.isEmpty() ? "" : " ").append(said);
		}
	}

	private void finish() {
		if (this.current != null && !this.words.isEmpty()) {
			this.turns.add(this.current.saying(this.words.toString().replaceAll("\\s+", " ")));
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

	/** A line, with the speaker whom it seems to name. */
	private record Line(int number, String text, int stamp, @Nullable String label, String words) {
	}

}
