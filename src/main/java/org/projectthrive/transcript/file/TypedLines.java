package org.projectthrive.transcript.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.projectthrive.transcript.file.speech.BracketNames;
import org.projectthrive.transcript.file.speech.SpeakerLabels;

/**
 * The lines of a typed transcript as most programs write them, each in its place: without
 * the numbers that a typist puts before every line, with times, names and rows as they
 * are usual.
 */
final class TypedLines {

	private static final int FEW = 3;

	private static final String TIME = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?";

	private static final Pattern NUMBERED = Pattern.compile("^\\s{0,8}(\\d{1,5})[.)]?(?:[ \\t]+(?=\\S)|$)");

	/** As the programs f4 and f5 write times: {@code #00:01:02-3#}. */
	private static final Pattern HASHED = Pattern.compile("#(\\d{1,2}:\\d{2}:\\d{2})-(\\d{1,3})#");

	/** As whisper.cpp writes them: {@code [00:00:03.000 --> 00:00:06.470]}. */
	private static final Pattern ARROW = Pattern.compile("^\\s{0,8}\\[(" + TIME + ") --> (" + TIME + ")]");

	/** A time of day, alone or after a name and a gap. */
	private static final Pattern OF_DAY = Pattern.compile(
			"^(|.{1,80}?(?:  |\\t|[\\[(]))\\s{0,8}(\\d{1,2}):(\\d{2})(:\\d{2})?\\s?([AaPp])\\.?[Mm]\\.?([])]?:?)\\s{0,8}$");

	/** A name in the italics of Markdown. */
	private static final Pattern ITALIC = Pattern.compile("^([*_])(?![*_\\s])([^*_:]{1,63})(?:\\1:|:\\1)(?=\\s|$)");

	private TypedLines() {
	}

	static List<String> of(String content) {
		List<String> lines = CommaRows.rowsOf(content);
		if (lines.isEmpty()) {
			lines = content.lines().toList();
		}
		return BracketNames.withColons(unnumbered(lines).stream().map(TypedLines::usual).toList());
	}

	/** Whether a program writes a time after what was said, rather than before. */
	static boolean endsWithTimes(String content) {
		return HASHED.matcher(content).results().limit(2).count() == 2;
	}

	private static String usual(String line) {
		String text = (line.indexOf('#') < 0) ? line : HASHED.matcher(line).replaceAll("[$1.$2]");
		text = (text.indexOf("-->") < 0) ? text : ARROW.matcher(text).replaceFirst("[$1 - $2]");
		text = (text.startsWith("*") || text.startsWith("_")) ? ITALIC.matcher(text).replaceFirst("$2:") : text;
		Matcher day = (text.length() > 110) ? null : OF_DAY.matcher(text);
		return (day != null && day.matches() && isHeader(day.group(1))) ? ofDay(day) : text;
	}

	/** What stands before a time of day is a name, or it is somebody's words. */
	private static boolean isHeader(String before) {
		String name = before.replaceFirst("[\\s\\[(]+$", "");
		return name.isEmpty() || (SpeakerLabels.isShaped(name) && SpeakerLabels.isName(name));
	}

	private static String ofDay(Matcher day) {
		int hour = Integer.parseInt(day.group(2)) % 12 + ("Pp".contains(day.group(5)) ? 12 : 0);
		return day.group(1) + hour + ":" + day.group(3) + ((day.group(4) != null) ? day.group(4) : ":00")
				+ day.group(6);
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

}
