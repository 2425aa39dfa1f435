package org.projectthrive.platform.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.projectthrive.platform.demo.DemoTranscript.Mark;

/**
 * Takes <code>{theme|words}</code> and <code>{theme*|words}</code> out of a text; they
 * may nest.
 */
record DemoMarkup(String text, List<Mark> marks) {

	static DemoMarkup read(String marked) {
		StringBuilder text = new StringBuilder();
		List<Mark> marks = new ArrayList<>();
		Deque<Mark> open = new ArrayDeque<>();
		int at = 0;
		while (at < marked.length()) {
			char character = marked.charAt(at);
			if (character == '{') {
				int bar = marked.indexOf('|', at);
				open.push(opened(marked.substring(at + 1, bar), length(text)));
				at = bar;
			}
			else if (character == '}') {
				Mark mark = open.pop();
				marks.add(new Mark(mark.theme(), mark.both(), mark.start(), length(text)));
			}
			else {
				text.append(character);
			}
			at++;
		}
		if (!open.isEmpty()) {
			throw new IllegalStateException("The demo has a mark that does not end");
		}
		return new DemoMarkup(text.toString(), marks);
	}

	private static Mark opened(String name, int start) {
		boolean both = name.endsWith("*");
		return new Mark(both ? name.substring(0, name.length() - 1) : name, both, start, start);
	}

	private static int length(StringBuilder text) {
		return text.codePointCount(0, text.length());
	}

}
