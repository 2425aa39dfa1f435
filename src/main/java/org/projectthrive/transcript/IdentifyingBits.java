package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may give a person away besides the names that are known: for somebody to
 * look at, never to replace.
 */
final class IdentifyingBits {

	private static final Pattern MAIL = Pattern
		.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,4}");

	private static final Pattern DATE = Pattern.compile(
			"(?<!\\d)(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d)"
					+ "|\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
					+ "\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2}\\b|\\b(?:date of birth|DOB)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])[+(]?\\d(?:[() .-]{0,2}\\d){6,14}(?!,?\\d)");

	private static final Pattern TITLE = Pattern.compile(
			"\\b(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Nurse)\\.?\\s(?!P\\d)\\p{Lu}[\\p{L}\\p{M}'’-]{1,40}");

	private final List<Pattern> places;

	IdentifyingBits(Set<String> places) {
		this.places = places.stream().map(IdentifyingBits::place).toList();
	}

	List<Bit> in(String text) {
		List<Bit> bits = new ArrayList<>();
		find("mail", MAIL, text, bits);
		find("date", DATE, text, bits);
		find("number", NUMBER, DATE.matcher(text).replaceAll(" "), bits);
		find("person", TITLE, text, bits);
		this.places.forEach((place) -> find("place", place, text, bits));
		return bits;
	}

	private static void find(String kind, Pattern pattern, String text, List<Bit> bits) {
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			bits.add(new Bit("transcript.remark." + kind, matcher.group()));
		}
	}

	/** A site also goes by its name without "Clinic". */
	private static Pattern place(String name) {
		String kind = "\\s+(?:clinic|center|centre|hospital|practice|office)$";
		String brief = Pattern.compile(kind, Pattern.CASE_INSENSITIVE).matcher(name.strip()).replaceAll("");
		return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(brief) + "(?![\\p{L}\\p{N}])",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/** Words that may give somebody away. */
	record Bit(String messageKey, String words) {
	}

}
