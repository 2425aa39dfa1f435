package org.projectthrive.coding;

import org.projectthrive.platform.error.RuleViolation;

/**
 * Words within a text, counted in Unicode code points.
 *
 * @param start the first code point
 * @param end the code point after the last
 */
record Span(int start, int end) {

	Span {
		if (start < 0 || end <= start) {
			throw new RuleViolation("coding.span.empty");
		}
	}

	static Span whole(String text) {
		return new Span(0, length(text));
	}

	/** The words; a span that leaves the text is refused. */
	String in(String text) {
		if (this.end > length(text)) {
			throw new RuleViolation("coding.span.outside");
		}
		int from = text.offsetByCodePoints(0, this.start);
		return text.substring(from, text.offsetByCodePoints(from, this.end - this.start));
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

}
