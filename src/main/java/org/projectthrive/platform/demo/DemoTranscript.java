package org.projectthrive.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The demo's transcripts: {@code == q1} opens a part, {@code [01:40] P03: words} is a
 * turn, and <code>{theme|words}</code> in it are words that carry a theme.
 */
public final class DemoTranscript {

	private static final Pattern TURN = Pattern.compile("\\[(\\d+):(\\d{2})] ([A-Z0-9]+): (.+)");

	private DemoTranscript() {
	}

	/** The turns of one session, in their order. */
	public static List<Line> read(DemoStudy demo, String slug) {
		List<Line> turns = new ArrayList<>();
		String part = "";
		for (String line : demo.lines("transcripts/" + slug + ".txt")) {
			if (line.startsWith("== ")) {
				part = line.substring(3).strip();
			}
			else if (!line.isBlank()) {
				turns.add(turn(turns.size() + 1, part, line));
			}
		}
		return turns;
	}

	private static Line turn(int position, String part, String line) {
		Matcher matcher = TURN.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalStateException("The demo has a turn without time or speaker in " + part);
		}
		int startsMs = (Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2))) * 1000;
		DemoMarkup markup = DemoMarkup.read(matcher.group(4));
		return new Line(position, part, startsMs, matcher.group(3), markup.text(), markup.marks());
	}

	/**
	 * A turn of a demo session.
	 *
	 * @param position counted from 1
	 * @param part welcome, q1 to q9, difficult, well or close
	 * @param speaker MOD, NT or a participant's code
	 * @param text what was said, without markup
	 */
	public record Line(int position, String part, int startsMs, String speaker, String text, List<Mark> marks) {
	}

	/**
	 * Words of a turn that carry a theme.
	 *
	 * @param theme the key of the theme
	 * @param both whether both analysts see it there
	 * @param start the first code point
	 * @param end the code point after the last
	 */
	public record Mark(String theme, boolean both, int start, int end) {
	}

}
