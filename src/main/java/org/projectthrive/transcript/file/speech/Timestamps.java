package org.projectthrive.transcript.file.speech;

/**
 * Times such as {@code 00:12:31.500}, {@code 12:31}, {@code 0:0:0.0} or
 * {@code 1:02:03,250}.
 */
public final class Timestamps {

	/** No time. */
	public static final int NONE = -1;

	private static final int LONGEST = 20;

	private static final int LONGEST_RANGE = 40;

	private static final String IN_RANGE = "[](0123456789:.,)-– ";

	private static final int MOST_HOURS = 500;

	private Timestamps() {
	}

	/**
	 * Milliseconds, or {@link #NONE}. What came before the recording began counts as its
	 * start.
	 */
	public static int millis(String stamp) {
		String text = stamp.strip();
		if (text.length() > LONGEST) {
			return NONE;
		}
		boolean negative = text.startsWith("-");
		String[] parts = (negative ? text.substring(1) : text).split(":", -1);
		if (parts.length < 2 || parts.length > 3) {
			return NONE;
		}
		int hours = (parts.length == 3) ? whole(parts[0], MOST_HOURS) : 0;
		int minutes = whole(parts[parts.length - 2], (parts.length == 3) ? 59 : 999);
		int seconds = thousandths(parts[parts.length - 1]);
		if (hours < 0 || minutes < 0 || seconds < 0) {
			return NONE;
		}
		return negative ? 0 : (hours * 60 + minutes) * 60_000 + seconds;
	}

	/** Where a time or two, at the beginning of a line, come to an end; 0 without any. */
	public static int leading(String line) {
		int end = 0;
		while (end < line.length() && end < LONGEST_RANGE && IN_RANGE.indexOf(line.charAt(end)) >= 0) {
			end++;
		}
		while (end > 0) {
			boolean ends = end == line.length() || Character.isWhitespace(line.charAt(end));
			if (ends && bracketed(line.substring(0, end)) >= 0) {
				return end;
			}
			end--;
		}
		return 0;
	}

	/** A time, or the first of a range, that may stand in brackets. */
	public static int bracketed(String range) {
		String stamp = first(range.strip());
		boolean square = stamp.startsWith("[") && stamp.endsWith("]");
		boolean round = stamp.startsWith("(") && stamp.endsWith(")");
		boolean brackets = stamp.length() > 2 && (square || round);
		return millis(brackets ? stamp.substring(1, stamp.length() - 1) : stamp);
	}

	/** {@code [0:04} of {@code [0:04 - 0:09]}, with its brackets made complete. */
	private static String first(String range) {
		int dash = Math.max(range.indexOf(" - "), Math.max(range.indexOf('–'), range.indexOf('-', 1)));
		if (dash < 0 || millis(range.substring(dash).replaceAll("[-–\\])\\s]", "")) < 0) {
			return range;
		}
		return range.substring(0, dash).strip().replaceAll("[\\[\\]()]", "");
	}

	private static int thousandths(String seconds) {
		int point = Math.max(seconds.indexOf('.'), seconds.indexOf(','));
		int whole = whole((point < 0) ? seconds : seconds.substring(0, point), 59);
		if (whole < 0 || point < 0) {
			return (whole < 0) ? NONE : whole * 1000;
		}
		String digits = seconds.substring(point + 1);
		int fraction = digits.isEmpty() ? NONE : whole((digits + "00").substring(0, 3), 999);
		boolean allDigits = digits.chars().allMatch(Timestamps::isDigit);
		return (fraction < 0 || !allDigits) ? NONE : whole * 1000 + fraction;
	}

	private static int whole(String digits, int most) {
		if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(Timestamps::isDigit)) {
			return NONE;
		}
		int value = Integer.parseInt(digits);
		return (value <= most) ? value : NONE;
	}

	private static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
	}

}
