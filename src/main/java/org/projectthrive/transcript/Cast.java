package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.Facilitator;
import org.projectthrive.session.Sessions.ParticipantCode;
import org.projectthrive.session.Sessions.RosterName;

/**
 * Who can be heard in a session: its facilitators, its participants, and other voices.
 */
final class Cast {

	private static final Pattern CODE = Pattern.compile("p[ _-]?0*(\\d{1,4})");

	private static final Set<String> MODERATOR = Set.of("moderator", "facilitator", "interviewer", "host", "mod");

	private static final Set<String> NOTE_TAKER = Set.of("note taker", "notetaker", "scribe", "nt");

	private static final Set<String> NO_NAMES = Set.of("speaker", "participant", "unknown", "group", "all", "several",
			"audience", "voice", "male", "female", "man", "woman", "guest", "everyone", "everybody", "multiple",
			"person", "respondent", "nurse", "doctor", "physician", "provider", "clinician", "other", "room", "phone",
			"caller", "user", "iphone", "ipad", "conference", "zoom", "teams", "co", "assistant", "observer", "team",
			"member", "staff");

	private final List<Voice> voices = new ArrayList<>();

	private final List<RosterName> roster;

	private Cast(List<RosterName> roster) {
		this.roster = roster;
	}

	static Cast of(Sessions sessions, Long studyId, Long sessionId) {
		Cast cast = new Cast(sessions.roster(studyId, sessionId));
		Map<Long, String> names = cast.roster.stream()
			.collect(Collectors.toMap(RosterName::participantId, RosterName::name));
		Map<String, Integer> jobs = new HashMap<>();
		for (Facilitator facilitator : sessions.facilitators(sessionId)) {
			String job = facilitator.job().equals("MODERATOR") ? "Moderator" : "Note-taker";
			int number = jobs.merge(job, 1, Integer::sum);
			cast.voices.add(Voice.facilitator(facilitator.memberId(), (number > 1) ? job + " " + number : job,
					facilitator.name()));
		}
		for (ParticipantCode participant : sessions.participants(studyId, sessionId)) {
			cast.voices
				.add(Voice.participant(participant.id(), participant.code(), names.getOrDefault(participant.id(), "")));
		}
		cast.voices.add(Voice.OTHER);
		return cast;
	}

	List<Voice> voices() {
		return this.voices;
	}

	Optional<Voice> find(String value) {
		return this.voices.stream().filter((voice) -> voice.value().equals(value)).findFirst();
	}

	/** Whether a label in a file names somebody of this session and nothing else. */
	boolean knows(String label) {
		List<String> words = words(label);
		Optional<Voice> voice = words.isEmpty() ? Optional.empty() : propose(label);
		return voice.isPresent() && (isRole(String.join(" ", words)) || words(voice.get().name()).containsAll(words));
	}

	/** Who a label in a file may stand for; nobody when there is any doubt. */
	Optional<Voice> propose(String label) {
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
		return named(words);
	}

	/**
	 * Takes out all names that are known, also those by which the file calls the
	 * speakers.
	 */
	NameCover cover(Map<String, Voice> speakers) {
		NameCover cover = new NameCover();
		for (Voice voice : this.voices) {
			if (!voice.name().isEmpty()) {
				cover.person(voice.name(), voice.cover(), true);
			}
		}
		speakers.forEach((label, voice) -> {
			if (isName(label) && !isKnownName(label)) {
				cover.person(label, voice.cover(), true);
			}
		});
		this.roster.stream()
			.filter((person) -> !person.inSession())
			.forEach((person) -> cover.person(person.name(), person.code(), false));
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

	private static boolean isAll(Voice voice, List<String> words) {
		return !words.isEmpty() && Set.copyOf(words(voice.name())).equals(Set.copyOf(words));
	}

	/** Either knows more of the name than the other. */
	private static boolean isSome(Voice voice, List<String> words) {
		List<String> name = words(voice.name());
		return !words.isEmpty() && !name.isEmpty() && (name.containsAll(words) || words.containsAll(name));
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

	/** The words of a name without title, degrees and what stands in brackets. */
	private static List<String> words(String name) {
		String plain = name.replaceAll("\\([^)]*\\)", " ").replaceAll("['’]", "");
		return Arrays.stream(NameCover.folded(plain).split("[^\\p{L}\\p{N}]+", -1))
			.filter((word) -> !word.isEmpty()
					&& !Set.of("dr", "md", "do", "np", "pa", "rn", "dnp", "phd", "mph", "mr", "mrs", "ms", "prof")
						.contains(word))
			.toList();
	}

}
