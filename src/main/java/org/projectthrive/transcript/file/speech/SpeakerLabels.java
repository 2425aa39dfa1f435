package org.projectthrive.transcript.file.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.EverydayWords;

/**
 * Tells {@code Name: words} from a colon within speech. A speaker is never invented: a
 * label counts when it recurs in the file or names somebody who is known to be in the
 * session.
 */
public final class SpeakerLabels {

	public static final int LONGEST = 63;

	private static final int MOST_WORDS = 6;

	private static final Set<String> NO_NAMES = Set.of("note", "notes", "nb", "ps", "example", "warning", "time",
			"date", "title", "subject", "http", "https", "question", "answer", "topic", "section", "part", "first",
			"second", "third", "fourth", "finally", "next", "so", "well", "yes", "no", "okay", "ok", "and", "but",
			"because", "also", "plus", "one", "two", "three", "recording", "transcript", "duration", "location",
			"attendees", "participants", "agenda", "summary", "background", "laughter", "laughs", "crosstalk",
			"inaudible", "silence", "pause", "am", "pm");

	private static final Set<String> ROLES = Set.of("moderator", "facilitator", "interviewer", "note-taker",
			"notetaker", "speaker", "participant", "respondent", "interviewee", "mod", "nt", "q", "a", "i", "r");

	private static final Set<String> FAMILIES = Set.of("speaker", "spk", "s", "participant", "p", "pt", "respondent",
			"r", "person", "interviewer", "interviewee", "moderator", "mod", "facilitator", "clinician", "physician",
			"doctor", "nurse", "provider", "voice", "male", "female", "man", "woman", "guest", "member", "unknown",
			"sprecher", "teilnehmer", "fg", "id", "f", "m", "b");

	/** For voices that nobody could tell apart. */
	private static final Set<String> CROWDS = Set.of("all", "both", "several", "group", "everyone", "everybody",
			"multiple", "multiple speakers", "overlapping speakers", "unknown", "unknown speaker", "unidentified",
			"unidentified speaker", "female", "male", "female speaker", "male speaker", "female voice", "male voice",
			"female participant", "male participant", "unknown participant");

	private static final Set<String> PARTICLES = Set.of("de", "da", "di", "del", "della", "der", "den", "van", "von",
			"la", "le", "el", "al", "bin", "ibn", "dos", "du", "y", "e", "and", "of", "the");

	private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,12}[ _-]?#?[0-9]{1,4}");

	/** {@code Speaker A}. */
	private static final Pattern LETTERED = Pattern.compile("[A-Za-z]{4,12}[ _-][A-Z]");

	/** {@code P3 (F)}. */
	private static final Pattern QUALIFIED = Pattern.compile("\\s*\\([^()]{1,20}\\)$");

	private static final Pattern HEADINGS = Pattern.compile(
			"(?i)(?:question|topic|section|part|item|prompt|page|chapter|segment|track|version)s?[ _-]?[0-9]{1,4}");

	private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N} '’.,()&/#_@|-]++\\??");

	/** Who dials in is called by the number, of which some digits may be hidden. */
	private static final Pattern PHONE = Pattern.compile("(?!\\d{4}-)\\+?[0-9*(][0-9*() .-]{5,18}[0-9*]");

	private static final Pattern AND = Pattern.compile("\\s*(?:[&/,+]|\\band\\b)\\s*");

	private final Predicate<String> known;

	private final Map<String, Integer> seen = new HashMap<>();

	private final Map<String, Integer> families = new HashMap<>();

	private boolean others;

	private @Nullable Boolean coded;

	public SpeakerLabels(Predicate<String> known) {
		this.known = known;
	}

	public void saw(String label) {
		this.coded = null;
		this.seen.merge(key(label), 1, Integer::sum);
		this.families.merge(family(label), 1, Integer::sum);
		this.others |= this.known.test(label) || (this.seen.getOrDefault(key(label), 0) > 1 && isName(label));
	}

	public boolean isSpeaker(String label) {
		return this.known.test(label) || (this.seen.getOrDefault(key(label), 0) > 1 && isName(label))
				|| (!family(label).isEmpty() && this.families.getOrDefault(family(label), 0) > 1);
	}

	/** Whether it may be a speaker who is heard but once. */
	public boolean isHeardOnce(String label) {
		return this.others && (isConvention(label) || (isLetter(label) && isCoded()));
	}

	/** Whether all who recur are called by codes and letters. */
	private boolean isCoded() {
		if (this.coded == null) {
			List<String> recurring = this.seen.entrySet()
				.stream()
				.filter((label) -> label.getValue() > 1)
				.map(Map.Entry::getKey)
				.toList();
			this.coded = !recurring.isEmpty()
					&& recurring.stream().allMatch((label) -> label.length() == 1 || CODE.matcher(label).matches());
		}
		return this.coded;
	}

	/** What stands for a moderator, an interviewer, or a voice alone. */
	private static boolean isLetter(String label) {
		return label.length() == 1 && "MIRQAFPSBW".contains(label);
	}

	/** What transcribers call a voice that is heard but once, beside those that recur. */
	private static boolean isConvention(String label) {
		String folded = key(label.endsWith("?") ? label.substring(0, label.length() - 1).strip() : label);
		if (label.endsWith("?") && FAMILIES.contains(folded)) {
			return true;
		}
		for (String one : AND.split(folded, -1)) {
			boolean role = ROLES.contains(one) && one.length() > 1;
			if (!role && !CROWDS.contains(one) && family(one).isEmpty()) {
				return false;
			}
		}
		return true;
	}

	/** {@code speaker} for {@code Speaker 3}: where there are others, this is one too. */
	private static String family(String label) {
		String plain = QUALIFIED.matcher(label).replaceFirst("");
		boolean coded = CODE.matcher(plain).matches() || LETTERED.matcher(plain).matches();
		String stem = coded ? key(plain).replaceAll("[ _-]?#?[0-9]+$|[ _-][a-z]$", "") : "";
		return FAMILIES.contains(stem) ? stem : "";
	}

	/** Whether it is short and plain enough to name anybody. */
	public static boolean isShaped(String label) {
		return !label.isEmpty() && label.length() <= LONGEST && (PHONE.matcher(label).matches()
				|| (CHARACTERS.matcher(label).matches() && label.chars().anyMatch(Character::isLetter)));
	}

	/**
	 * Whether somebody could be called like that: a code, a role, or words with capitals.
	 */
	public static boolean isName(String label) {
		String folded = key(label);
		if (HEADINGS.matcher(label).matches()) {
			return false;
		}
		if (CODE.matcher(label).matches() || ROLES.contains(folded) || PHONE.matcher(label).matches()) {
			return true;
		}
		if (label.endsWith("?")) {
			return isConvention(label);
		}
		String[] words = label.replaceAll("\\([^()]*\\)", " ").strip().split("\\s+", -1);
		if (NO_NAMES.contains(folded) || words.length > MOST_WORDS) {
			return false;
		}
		for (String word : words) {
			boolean capital = word.chars().anyMatch(Character::isUpperCase);
			if (!PARTICLES.contains(word) && !capital && Character.isLowerCase(firstLetter(word))) {
				return false;
			}
		}
		return true;
	}

	/** A name that is no word of everyday English, such as ends before a colon, too. */
	public static boolean isOnlyName(String label) {
		return isName(label) && (label.indexOf(' ') > 0 || !EverydayWords.contains(label));
	}

	/** Whether it is what no sentence begins with: a code or a role. */
	public static boolean isSure(String label) {
		return (ROLES.contains(key(label)) && label.length() > 1) || !family(label).isEmpty();
	}

	static boolean isCode(String label) {
		return CODE.matcher(label).matches();
	}

	public static boolean isCodeOrRole(String label) {
		return CODE.matcher(label).matches() || ROLES.contains(key(label));
	}

	private static int firstLetter(String word) {
		return word.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('A');
	}

	private static String key(String label) {
		return label.toLowerCase(Locale.ROOT);
	}

}
