package org.projectthrive.transcript.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells {@code Name: words} from a colon within speech. A speaker is never invented: a
 * label counts when it recurs in the file or names somebody who is known to be in the
 * session.
 */
final class SpeakerLabels {

	static final int LONGEST = 63;

	private static final int MOST_WORDS = 6;

	private static final Set<String> NO_NAMES = Set.of("note", "notes", "nb", "ps", "example", "warning", "time",
			"date", "title", "subject", "http", "https", "question", "answer", "topic", "section", "part", "first",
			"second", "third", "fourth", "finally", "next", "so", "well", "yes", "no", "okay", "ok", "and", "but",
			"because", "also", "plus", "one", "two", "three", "recording", "transcript", "duration", "location",
			"attendees", "participants", "agenda", "summary", "background", "laughter", "laughs", "crosstalk",
			"inaudible", "silence", "pause");

	private static final Set<String> ROLES = Set.of("moderator", "facilitator", "interviewer", "note-taker",
			"notetaker", "speaker", "participant", "mod", "nt", "q", "a", "i", "r");

	private static final Set<String> FAMILIES = Set.of("speaker", "spk", "s", "participant", "p", "pt", "respondent",
			"r", "person", "interviewer", "interviewee", "moderator", "mod", "facilitator", "clinician", "physician",
			"doctor", "nurse", "provider", "voice", "male", "female", "man", "woman", "guest", "member", "unknown",
			"sprecher", "teilnehmer", "fg", "id");

	private static final Set<String> PARTICLES = Set.of("de", "da", "di", "del", "della", "der", "den", "van", "von",
			"la", "le", "el", "al", "bin", "ibn", "dos", "du", "y", "e", "and", "of", "the");

	private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,12}[ _-]?[0-9]{1,4}");

	private static final Pattern HEADINGS = Pattern.compile(
			"(?i)(?:question|topic|section|part|item|prompt|page|chapter|segment|track|version)s?[ _-]?[0-9]{1,4}");

	private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N} '’.,()&/#_@-]+");

	private final Predicate<String> known;

	private final Map<String, Integer> seen = new HashMap<>();

	private final Map<String, Integer> families = new HashMap<>();

	SpeakerLabels(Predicate<String> known) {
		this.known = known;
	}

	void saw(String label) {
		this.seen.merge(key(label), 1, Integer::sum);
		this.families.merge(family(label), 1, Integer::sum);
	}

	boolean isSpeaker(String label) {
		return this.known.test(label) || (this.seen.getOrDefault(key(label), 0) > 1 && isName(label))
				|| (!family(label).isEmpty() && this.families.getOrDefault(family(label), 0) > 1);
	}

	/** {@code speaker} for {@code Speaker 3}: where there are others, this is one too. */
	private static String family(String label) {
		String stem = CODE.matcher(label).matches() ? key(label).replaceAll("[ _-]?[0-9]+$", "") : "";
		return FAMILIES.contains(stem) ? stem : "";
	}

	/**
	 * The label before a colon and what follows it, or null when the line does not begin
	 * like that.
	 */
	static @Nullable Labelled split(String line) {
		if (line.startsWith("**")) {
			return bold(line);
		}
		if (line.startsWith("[")) {
			return bracketed(line);
		}
		int colon = colon(line, 0);
		return (colon < 0) ? null : labelled(line.substring(0, colon), line.substring(colon + 1));
	}

	/** Whether it is short and plain enough to name anybody. */
	static boolean isShaped(String label) {
		return !label.isEmpty() && label.length() <= LONGEST && CHARACTERS.matcher(label).matches()
				&& label.chars().anyMatch(Character::isLetter);
	}

	/**
	 * Whether somebody could be called like that: a code, a role, or words with capitals.
	 */
	static boolean isName(String label) {
		String folded = key(label);
		if (HEADINGS.matcher(label).matches()) {
			return false;
		}
		if (CODE.matcher(label).matches() || ROLES.contains(folded)) {
			return true;
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

	static boolean isCodeOrRole(String label) {
		return CODE.matcher(label).matches() || ROLES.contains(key(label));
	}

	private static @Nullable Labelled bold(String line) {
		int end = line.indexOf("**", 2);
		if (end < 0 || end > LONGEST + 20) {
			return null;
		}
		String inner = line.substring(2, end).strip();
		String after = line.substring(end + 2);
		if (inner.endsWith(":")) {
			return labelled(inner.substring(0, inner.length() - 1), after);
		}
		return after.startsWith(":") ? labelled(inner, after.substring(1)) : null;
	}

	/**
	 * {@code [p1] words} or {@code [Name]: words}; other words in brackets are sounds.
	 */
	private static @Nullable Labelled bracketed(String line) {
		int end = line.indexOf(']');
		if (end < 0 || end > LONGEST) {
			return null;
		}
		String inner = line.substring(1, end).strip();
		String after = line.substring(end + 1).strip();
		if (after.startsWith(":")) {
			return labelled(inner, after.substring(1));
		}
		return CODE.matcher(inner).matches() ? labelled(inner, after) : null;
	}

	/** A label may carry its time: {@code Name (00:12:31)}. */
	private static @Nullable Labelled labelled(String before, String after) {
		String label = before.strip();
		int stamp = Timestamps.NONE;
		int space = label.lastIndexOf(' ');
		if (space > 0) {
			stamp = Timestamps.bracketed(label.substring(space));
			label = (stamp < 0) ? label : label.substring(0, space).strip();
		}
		return isShaped(label) ? new Labelled(label, stamp, after.strip()) : null;
	}

	/**
	 * The first colon that ends a label: a space or the end follows, not the next digits
	 * of a time.
	 */
	private static int colon(String line, int from) {
		int colon = line.indexOf(':', from);
		if (colon < 0 || colon > LONGEST + 15) {
			return -1;
		}
		boolean ends = colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1));
		return ends ? colon : colon(line, colon + 1);
	}

	private static int firstLetter(String word) {
		return word.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('A');
	}

	private static String key(String label) {
		return label.toLowerCase(Locale.ROOT);
	}

	/**
	 * A line that begins with what may be a speaker.
	 *
	 * @param millis when it was said, if the label tells, or {@link Timestamps#NONE}
	 */
	record Labelled(String label, int millis, String words) {
	}

}
