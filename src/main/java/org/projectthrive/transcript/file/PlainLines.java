package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.PlainLine.Kind;

/**
 * The lines of a typed transcript: without the numbers that a typist puts before every
 * line, with the columns of its tables told apart, and with the time beside the name
 * where they stand on two lines.
 */
final class PlainLines {

	private static final int FEW = 3;

	private static final Pattern NUMBERED = Pattern.compile("^\\s{0,8}(\\d{1,5})[.)]?(?:[ \\t]+(?=\\S)|$)");

	/** As the programs f4 and f5 write times: {@code #00:01:02-3#}. */
	private static final Pattern HASHED = Pattern.compile("#(\\d{1,2}:\\d{2}:\\d{2})-(\\d{1,3})#");

	private final List<PlainLine> lines = new ArrayList<>();

	private @Nullable Columns columns;

	private PlainLines() {
	}

	static List<PlainLine> of(String content) {
		PlainLines read = new PlainLines();
		List<String> lines = unnumbered(content.lines().toList());
		for (int at = 0; at < lines.size(); at++) {
			String line = lines.get(at);
			int arrow = line.indexOf("-->");
			if (arrow >= 0 && Timestamps.millis(line.substring(0, arrow)) >= 0) {
				throw new Unreadable("header");
			}
			read.add((line.indexOf('#') < 0) ? line : HASHED.matcher(line).replaceAll("[$1.$2]"), at + 1);
		}
		read.joinTimesAndNames();
		return read.lines;
	}

	/** Whether a program writes a time after what was said, rather than before. */
	static boolean endsWithTimes(String content) {
		return HASHED.matcher(content).results().limit(2).count() == 2;
	}

	private void add(String line, int number) {
		String row = (line.indexOf('\t') > 0 && (this.columns != null || Columns.of(tabbed(line)) != null))
				? tabbed(line) : line;
		if (row.indexOf(DocxText.CELL) < 0) {
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
		return line.replace('\t', DocxText.CELL);
	}

	/** Where nearly every line begins with the number after the one before, without. */
	private static List<String> unnumbered(List<String> lines) {
		int filled = 0;
		int following = 0;
		int last = 0;
		for (String line : lines) {
			int number = number(line);
			filled += line.isBlank() ? 0 : 1;
			following += (number > 0 && (number == last + 1 || number == 1)) ? 1 : 0;
			last = (number > 0) ? number : last;
		}
		if (following < FEW || following * 10 < filled * 8) {
			return lines;
		}
		return lines.stream().map((line) -> NUMBERED.matcher(line).replaceFirst("")).toList();
	}

	private static int number(String line) {
		Matcher numbered = NUMBERED.matcher(line);
		return numbered.lookingAt() ? Integer.parseInt(numbered.group(1)) : 0;
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
