package org.projectthrive.transcript.voice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.projectthrive.session.Sessions.Facilitator;
import org.projectthrive.session.Sessions.ParticipantCode;
import org.projectthrive.session.names.KnownNames;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.session.names.Person;
import org.projectthrive.transcript.voice.LabelMemory.Remembered;

/**
 * Who can be heard in a session: its facilitators, its participants, and other voices.
 */
public final class Cast {

	private static final int NEAR = 2;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern CODE = Pattern.compile("p[ _-]?0*(\\d{1,4})");

	/** Whose device it is: {@code Thabo's iPhone}, {@code Thabo Nkosi - iPad (2)}. */
	private static final Pattern DEVICE = Pattern
		.compile("(\\S.{0,60}?)(?:['’]s? | ?[,|–-] ?)(?i:i ?phone|i ?pad|mac ?book(?: (?:pro|air))?"
				+ "|laptop|phone|tablet|android|galaxy|pixel|pc|mobile|desktop)(?: ?\\d{1,2})?(?: ?\\([^()]{0,40}\\))?\\s*");

	private static final Set<String> MODERATOR = Set.of("moderator", "facilitator", "interviewer", "host", "mod");

	private static final Set<String> NOTE_TAKER = Set.of("note taker", "notetaker", "scribe", "nt");

	private static final Set<String> NO_NAMES = Set.of("speaker", "participant", "unknown", "group", "all", "several",
			"audience", "voice", "male", "female", "man", "woman", "guest", "everyone", "everybody", "multiple",
			"person", "respondent", "nurse", "doctor", "physician", "provider", "clinician", "other", "room", "phone",
			"caller", "user", "iphone", "ipad", "conference", "zoom", "teams", "co", "assistant", "observer", "team",
			"member", "staff");

	private final List<Voice> voices = new ArrayList<>();

	/** The words of each voice's name, taken apart once. */
	private final Map<Voice, List<String>> words = new HashMap<>();

	/** What was asked about labels: a file has the same ones over and over. */
	private final Map<String, Boolean> asked = new HashMap<>();

	private final KnownNames names;

	private final NameCover known;

	private final Remembered remembered;

	private Cast(KnownNames names, Remembered remembered) {
		this.names = names;
		this.known = names.cover();
		this.remembered = remembered;
	}

	static Cast of(List<Voice> voices, KnownNames names, Remembered remembered) {
		Cast cast = new Cast(names, remembered);
		cast.voices.addAll(voices);
		voices.forEach((voice) -> cast.words.put(voice, words(voice.name())));
		return cast;
	}

	/**
	 * Facilitators, participants, and another voice.
	 * @param names of the participants, for those who may see them
	 */
	static List<Voice> voices(List<Facilitator> facilitators, List<ParticipantCode> participants,
			Map<Long, String> names) {
		List<Voice> voices = new ArrayList<>();
		for (Facilitator facilitator : facilitators) {
			voices.add(Voice.facilitator(facilitator.memberId(), facilitator.label(), facilitator.name()));
		}
		for (ParticipantCode participant : participants) {
			voices
				.add(Voice.participant(participant.id(), participant.code(), names.getOrDefault(participant.id(), "")));
		}
		voices.add(Voice.OTHER);
		return voices;
	}

	public List<Voice> voices() {
		return this.voices;
	}

	Optional<Voice> find(String value) {
		return this.voices.stream().filter((voice) -> voice.value().equals(value)).findFirst();
	}

	/** Whether a label in a file names somebody of this session and nothing else. */
	public boolean knows(String label) {
		return this.asked.computeIfAbsent(label, this::isOfSession);
	}

	private boolean isOfSession(String label) {
		List<String> words = words(label);
		Optional<Voice> voice = words.isEmpty() ? Optional.empty() : propose(label);
		return voice.isPresent() && (isRole(String.join(" ", words)) || words(voice.get()).containsAll(words)
				|| called(label).isPresent());
	}

	/** Who a label in a file may stand for; nobody when there is any doubt. */
	public Optional<Voice> propose(String label) {
		if (label.isEmpty()) {
			return Optional.of(Voice.OTHER);
		}
		List<String> words = words(label);
		String folded = String.join(" ", words);
		Matcher code = CODE.matcher(folded);
		if (code.matches()) {
			return ofCode(Integer.parseInt(code.group(1)));
		}
		if (MODERATOR.contains(folded) || NOTE_TAKER.contains(folded)) {
			return labelled(MODERATOR.contains(folded) ? "Moderator" : "Note-taker");
		}
		return named(words).or(() -> called(label)).or(() -> remembered(label, words));
	}

	/** As in an earlier session; but any telephone is called iPhone. */
	private Optional<Voice> remembered(String label, List<String> words) {
		boolean anybody = words.stream()
			.allMatch((word) -> NO_NAMES.contains(word) || word.chars().allMatch(Character::isDigit));
		return anybody ? Optional.empty() : this.remembered.voice(label).flatMap(this::find);
	}

	/**
	 * Takes out all names that are known, also those by which the file calls the
	 * speakers.
	 */
	public NameCover cover(Map<String, Voice> speakers) {
		NameCover cover = this.names.cover();
		speakers.forEach((label, voice) -> {
			if (isName(label) && !isKnownName(label)) {
				Matcher device = DEVICE.matcher(label);
				cover.person(new Person(device.matches() ? device.group(1) : label, "", "", voice.cover(), NEAR));
			}
		});
		return cover;
	}

	private static boolean isRole(String folded) {
		return CODE.matcher(folded).matches() || MODERATOR.contains(folded) || NOTE_TAKER.contains(folded);
	}

	private Optional<Voice> ofCode(int number) {
		return this.voices.stream()
			.filter((voice) -> voice.participantId() != null && Integer.parseInt(voice.label().substring(1)) == number)
			.findFirst();
	}

	private Optional<Voice> labelled(String label) {
		return this.voices.stream().filter((voice) -> voice.label().equals(label)).findFirst();
	}

	private Optional<Voice> named(List<String> words) {
		List<Voice> whole = this.voices.stream().filter((voice) -> isAll(voice, words)).toList();
		List<Voice> some = this.voices.stream().filter((voice) -> isSome(voice, words)).toList();
		List<Voice> found = whole.isEmpty() ? some : whole;
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	private boolean isAll(Voice voice, List<String> words) {
		return !words.isEmpty() && Set.copyOf(words(voice)).equals(Set.copyOf(words));
	}

	/** Either knows more of the name than the other. */
	private boolean isSome(Voice voice, List<String> words) {
		List<String> name = words(voice);
		return !words.isEmpty() && !name.isEmpty() && (name.containsAll(words) || words.containsAll(name));
	}

	/** By a nickname, initials, the last name first, or with a wrong letter. */
	private Optional<Voice> called(String label) {
		String covered = this.known.covered(label).strip();
		List<String> words = words(label);
		String brief = (words.size() == 1) ? words.get(0) : "";
		List<Voice> found = this.voices.stream()
			.filter((voice) -> !voice.equals(Voice.OTHER))
			.filter((voice) -> voice.cover().equals(covered) || isBrief(words(voice), brief))
			.toList();
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	/** As recorders shorten a name: MKO for Melissa Ko. */
	private static boolean isBrief(List<String> name, String brief) {
		if (name.size() < 2 || brief.length() < 2) {
			return false;
		}
		String last = name.get(name.size() - 1);
		return brief.charAt(0) == name.get(0).charAt(0) && last.startsWith(brief.substring(1));
	}

	private boolean isKnownName(String label) {
		return this.voices.stream().anyMatch((voice) -> isAll(voice, words(label)));
	}

	private static boolean isName(String label) {
		List<String> words = words(label);
		return !words.isEmpty() && words.stream()
			.noneMatch((word) -> NO_NAMES.contains(word) || MODERATOR.contains(word) || NOTE_TAKER.contains(word)
					|| word.equals("note") || word.equals("taker") || word.chars().anyMatch(Character::isDigit));
	}

	private List<String> words(Voice voice) {
		return this.words.getOrDefault(voice, List.of());
	}

	/** The words of a name without title, degrees and what stands in brackets. */
	private static List<String> words(String name) {
		String plain = name.replaceAll("\\([^)]*\\)", " ");
		Matcher device = DEVICE.matcher(plain);
		plain = (device.matches() ? device.group(1) : plain).replaceAll("['’]", "");
		return Arrays.stream(folded(plain).split("[^\\p{L}\\p{N}]+", -1))
			.filter((word) -> !word.isEmpty()
					&& !Set.of("dr", "md", "do", "np", "pa", "rn", "dnp", "phd", "mph", "mr", "mrs", "ms", "prof")
						.contains(word))
			.toList();
	}

	private static String folded(String text) {
		return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
