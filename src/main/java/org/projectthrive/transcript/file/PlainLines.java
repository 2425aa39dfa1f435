package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.Timestamps;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.text.FileText;

/**
 * The lines of a typed transcript: with the columns of its tables told apart, and with
 * the time beside the name where they stand on two lines.
 */
final class PlainLines {

	private static final int FEW = 3;

	private final List<PlainLine> lines = new ArrayList<>();

	private @Nullable Columns columns;

	private PlainLines() {
	}

	static List<PlainLine> of(String content) {
		PlainLines read = new PlainLines();
		List<String> lines = TypedLines.of(content);
		for (int at = 0; at < lines.size(); at++) {
			String line = lines.get(at);
			int arrow = line.indexOf("-->");
			if (arrow >= 0 && Timestamps.millis(line.substring(0, arrow)) >= 0) {
				throw new Unreadable("header");
			}
			read.add(line, at + 1);
		}
		read.joinTimesAndNames();
		read.joinTimesAndWords();
		read.takeTimesFromWords();
		return read.lines;
	}

	private void add(String line, int number) {
		String row = (line.indexOf('\t') > 0 && (this.columns != null || Columns.of(tabbed(line)) != null))
				? tabbed(line) : line;
		if (row.indexOf(FileText.CELL) < 0) {
			this.lines.addAll(PlainLine.of(line, number));
			return;
		}
		Columns header = Columns.of(row);
		if (header != null) {
			this.columns = header;
			this.lines.add(Columns.aside(number, row));
		}
		else if (this.columns != null && this.columns.fits(row)) {
			this.lines.addAll(this.columns.read(row, number));
		}
		else {
			this.lines.addAll(PlainLine.of(row, number));
		}
	}

	private static String tabbed(String line) {
		return line.replace('\t', FileText.CELL);
	}

	/** A name and a time that each stand alone on a line, one below the other. */
	private void joinTimesAndNames() {
		List<Integer> times = new ArrayList<>();
		List<Integer> above = new ArrayList<>();
		List<Integer> below = new ArrayList<>();
		for (int at = 0; at < this.lines.size(); at++) {
			if (this.lines.get(at).isLoneStamp()) {
				times.add(at);
				if (isName(at - 1)) {
					above.add(at);
				}
				if (isName(at + 1) && at + 2 < this.lines.size() && !this.lines.get(at + 2).isBlank()) {
					below.add(at);
				}
			}
		}
		boolean namesAbove = above.size() * 10 >= times.size() * 9;
		List<Integer> joined = namesAbove ? above : below;
		if (joined.size() >= FEW && joined.size() * 10 >= times.size() * 9) {
			joined.forEach((time) -> join(time, namesAbove ? time - 1 : time + 1));
		}
	}

	/** A name alone on a line, and below it the time before the words. */
	private void joinTimesAndWords() {
		List<Integer> timed = new ArrayList<>();
		int named = 0;
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			if (line.stamp() >= 0 && line.kind() == Kind.NONE && !line.isBlank()) {
				timed.add(at);
				named += isName(at - 1) ? 1 : 0;
			}
		}
		if (named >= FEW && named * 10 >= timed.size() * 9) {
			timed.stream()
				.filter((at) -> isName(at - 1))
				.forEach((at) -> this.lines.set(at - 1, this.lines.get(at - 1).at(this.lines.get(at).stamp())));
		}
	}

	/** {@code S1: 00:03 words}, where it is so after nearly every name. */
	private void takeTimesFromWords() {
		List<Integer> timed = new ArrayList<>();
		int named = 0;
		int latest = 0;
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			if (line.kind() == Kind.COLON && !line.words().isEmpty()) {
				named++;
				int stamp = line.withTimeOfWords().stamp();
				if (stamp >= latest) {
					timed.add(at);
					latest = stamp;
				}
			}
		}
		if (timed.size() >= FEW && timed.size() * 10 >= named * 9) {
			timed.forEach((at) -> this.lines.set(at, this.lines.get(at).withTimeOfWords()));
		}
	}

	private boolean isName(int at) {
		return at >= 0 && at < this.lines.size() && this.lines.get(at).kind() == Kind.NAME
				&& SpeakerLabels.isName(String.valueOf(this.lines.get(at).label()));
	}

	private void join(int time, int name) {
		PlainLine stamp = this.lines.get(time);
		this.lines.set(name, this.lines.get(name).at(stamp.stamp()));
		this.lines.set(time, new PlainLine(stamp.number(), "", Timestamps.NONE, null, "", Kind.NONE, stamp.first(),
				stamp.last(), false));
	}

}
