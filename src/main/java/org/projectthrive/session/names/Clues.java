package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may give a person away besides the names that are known: for somebody to
 * decide, never replaced unasked.
 */
final class Clues {

	private static final String LETTER = "[\\p{L}\\p{M}\\p{N}_]";

	/**
	 * As {@code \b} before a letter; that itself looks at all accents before it, each
	 * time.
	 */
	private static final String FROM = "(?<!" + LETTER + ")";

	/** As {@code \b} after a letter or a full stop. */
	private static final String TO = "(?:(?<=" + LETTER + ")(?!" + LETTER + ")|(?<!" + LETTER + ")(?=" + LETTER + "))";

	private static final String MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
			+ "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

	private static final String DAY = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";

	private static final String YEAR = "(?:19|20)\\d{2}";

	private static final String NUMERIC = "(?<!\\d)(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|" + YEAR
			+ "-\\d{2}-\\d{2})(?!\\d)";

	/** An address from its sign on: what stands before it is looked for backwards. */
	private static final Pattern MAIL = Pattern.compile("@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,4}+");

	private static final int LONGEST_MAILBOX = 64;

	private static final Set<Integer> NUMBERS = Set.of((int) Character.DECIMAL_DIGIT_NUMBER,
			(int) Character.LETTER_NUMBER, (int) Character.OTHER_NUMBER);

	private static final Pattern LINK = Pattern.compile(FROM + "(?:https?://|www\\.)[^\\s<>\"]{1,300}[^\\s<>\".,;:!?)]|"
			+ FROM + "\\p{Alnum}[\\p{Alnum}-]{1,62}\\.(?:com|org|net|edu|gov|health|clinic)" + TO
			+ "(?:/[^\\s<>\"]{0,200}[^\\s<>\".,;:!?)])?", Pattern.CASE_INSENSITIVE);

	private static final Pattern DATE = Pattern.compile(NUMERIC + "|" + FROM + MONTH + "\\s" + DAY + ",?\\s" + YEAR + TO
			+ "|" + FROM + DAY + "\\s(?:of\\s)?" + MONTH + ",?\\s" + YEAR + TO, Pattern.CASE_INSENSITIVE);

	private static final Pattern BIRTH = Pattern.compile(
			FROM + "(?:born|DOB|D\\.O\\.B\\.|date of birth|birthdays?|birth date|birthdate)" + TO
					+ "[^.!?\\n]{0,40}?(?<date>" + NUMERIC + "|" + FROM + MONTH + "\\s(?:the\\s)?" + DAY + "(?:,?\\s"
					+ YEAR + ")?" + TO + "|" + FROM + DAY + "\\s(?:of\\s)?" + MONTH + "(?:,?\\s" + YEAR + ")?" + TO
					+ "|" + FROM + "(?:19|20)\\d{2}" + TO + "|" + FROM + MONTH + "(?=[\\s,.;!?]|$))",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SOCIAL = Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])|" + FROM
			+ "(?:SSN|social security(?: number)?)" + TO + "[^\\d\\n]{0,20}(?<number>\\d[\\d -]{2,12}\\d)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern RECORD = Pattern.compile(FROM
			+ "(?:MRN|(?:medical )?record(?: number| no\\.?)|chart(?: number| no\\.?)?|(?:patient|member|account|case|policy|insurance|NHS)(?: number| no\\.?| ID)|NPI|DEA number)"
			+ TO + "[^\\d\\p{L}\\n]{0,4}(?:(?:is|was|number|no)" + TO
			+ "[^\\d\\p{L}\\n]{0,3})?(?<number>[A-Z]{0,3}-?\\d[\\d -]{1,16}\\d)", Pattern.CASE_INSENSITIVE);

	private static final Pattern NUMBER = Pattern
		.compile("(?<![\\d.,$€£#])[+(]?\\d(?:[() ./‑–-]{0,2}\\d){6,14}(?!,?\\d)");

	private static final String NAMED = "(?!P\\d)\\p{Lu}[\\p{L}\\p{M}]++(?:['’-]\\p{L}++)*+";

	private static final Pattern TITLE = Pattern
		.compile(FROM + "(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|[Nn]urse|dr|mr|mrs|ms)" + TO + "\\.?\\s" + NAMED
				+ "(?:\\s" + NAMED + ")?");

	private static final Pattern RELATION = Pattern.compile(FROM
			+ "(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa])\\s(?:\\p{Ll}+\\s){0,2}(?:colleague|co-?worker|boss|manager"
			+ "|supervisor|partner|husband|wife|friend|assistant|nurse|doctor|director|secretary|scheduler|patient|daughter"
			+ "|son|brother|sister|mother|father|neighbor|neighbour|chief|lead)\\s?,?\\s(?:named\\s|called\\s)?(?<name>"
			+ NAMED + "(?:\\s" + NAMED + ")?)");

	private static final Pattern KIND_OF_PLACE = Pattern.compile(
			"\\s+(?:(?:medical|health|family|primary|care|community)\\s+)*(?:clinic|center|centre|hospital|practice|office|group|associates|medicine|health)$",
			Pattern.CASE_INSENSITIVE);

	private final List<Pattern> places = new ArrayList<>();

	Clues(Set<String> places) {
		places.forEach((place) -> place(place.strip()));
	}

	List<Find> in(CharSequence text) {
		Places finds = new Places();
		mails(text, finds);
		find(Kind.LINK, LINK, text, "", finds);
		find(Kind.BIRTH, BIRTH, text, "date", finds);
		if (text.chars().anyMatch((character) -> character >= '0' && character <= '9')) {
			find(Kind.BIRTH, DATE, text, "", finds);
			find(Kind.SOCIAL, SOCIAL, text, "number", finds);
			find(Kind.RECORD, RECORD, text, "number", finds);
			find(Kind.PHONE, NUMBER, text, "", finds);
		}
		find(Kind.PERSON, TITLE, text, "", finds);
		find(Kind.PERSON, RELATION, text, "name", finds);
		this.places.forEach((place) -> find(Kind.PLACE, place, text, "", finds));
		return finds.inOrder();
	}

	private static void mails(CharSequence text, Places finds) {
		Matcher matcher = MAIL.matcher(text);
		int free = 0;
		while (matcher.find()) {
			int start = matcher.start();
			for (int letters = 0; letters < LONGEST_MAILBOX && start > free; letters++) {
				int before = Character.codePointBefore(text, start);
				if (!isOfMailbox(before)) {
					break;
				}
				start -= Character.charCount(before);
			}
			if (start < matcher.start()) {
				finds.add(Find.doubt(start, matcher.end(), Kind.MAIL, List.of(Kind.MAIL.cover())));
				free = matcher.end();
			}
		}
	}

	private static boolean isOfMailbox(int character) {
		return "._%+-".indexOf(character) >= 0 || Character.isLetter(character)
				|| NUMBERS.contains(Character.getType(character));
	}

	private static void find(Kind kind, Pattern pattern, CharSequence text, String group, Places finds) {
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			boolean part = !group.isEmpty() && matcher.start(group) >= 0;
			int start = part ? matcher.start(group) : matcher.start();
			int end = part ? matcher.end(group) : matcher.end();
			finds.add(Find.doubt(start, end, kind, List.of(kind.cover())));
		}
	}

	/**
	 * A site also goes by its name without "Clinic", by its first word, by its initials.
	 */
	private void place(String name) {
		String brief = KIND_OF_PLACE.matcher(name).replaceAll("").strip();
		String first = brief.split("[\\s-]+", 2)[0];
		String letters = String.join("",
				Arrays.stream(name.split("[\\s-]+", -1))
					.filter((word) -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
					.map((word) -> word.substring(0, 1))
					.toList());
		place(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
		if (!brief.isEmpty()) {
			place(Pattern.quote(brief), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
		}
		if (!first.equals(brief) && first.length() > 3 && !WordLists.COMMON.contains(first.toLowerCase(Locale.ROOT))) {
			place(Pattern.quote(first), 0);
		}
		if (letters.length() > 2 && !WordLists.ABBREVIATIONS.contains(letters.toLowerCase(Locale.ROOT))) {
			place(Pattern.quote(letters), 0);
		}
	}

	private void place(String words, int flags) {
		this.places.add(Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])", flags));
	}

}
