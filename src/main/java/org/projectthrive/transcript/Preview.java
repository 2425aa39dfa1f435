package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.TranscriptText.Dropped;
import org.projectthrive.transcript.file.speech.Utterance;
import org.projectthrive.transcript.voice.Cast;
import org.projectthrive.transcript.voice.Voice;

/**
 * What a file would become, before it is kept.
 *
 * @param length how long the talk lasts, where the file tells
 */
public record Preview(TranscriptText text, List<Heard> speakers, List<Voice> voices, List<Notice> notices,
		@Nullable Length length) {

	private static final int SAMPLE = 4;

	private static final int MOST_SHOWN = 200;

	static Preview of(TranscriptText text, Cast cast) {
		Map<String, List<Utterance>> bySpeaker = new LinkedHashMap<>();
		text.turns()
			.forEach((turn) -> bySpeaker.computeIfAbsent(turn.speaker(), (name) -> new ArrayList<>()).add(turn));
		List<Heard> speakers = new ArrayList<>();
		bySpeaker.forEach((name, turns) -> speakers.add(new Heard(speakers.size(), name, turns.size(), words(turns),
				spoken(turns), cast.propose(name).map(Voice::value).orElse(""), false)));
		return new Preview(text, speakers, cast.voices(), notices(text), length(text.turns()));
	}

	/** The same with what was chosen in the form; who was left out is marked. */
	Preview chosen(List<String> values) {
		List<Heard> chosen = new ArrayList<>();
		for (Heard speaker : this.speakers) {
			String value = (speaker.index() < values.size()) ? values.get(speaker.index()) : "";
			chosen.add(speaker.as(value, find(value).isEmpty()));
		}
		return new Preview(this.text, chosen, this.voices, this.notices, this.length);
	}

	/** The same with what was chosen earlier; who was left out is not marked yet. */
	Preview with(List<String> values) {
		List<Heard> chosen = new ArrayList<>();
		for (Heard speaker : this.speakers) {
			String value = (speaker.index() < values.size()) ? values.get(speaker.index()) : speaker.voice();
			chosen.add(speaker.as(find(value).isPresent() ? value : "", false));
		}
		return new Preview(this.text, chosen, this.voices, this.notices, this.length);
	}

	/** Whether somebody speaks, and nobody who is a participant of the session. */
	public boolean isStrange() {
		return this.speakers.stream().noneMatch((speaker) -> speaker.voice().startsWith("participant:"))
				&& this.speakers.stream().anyMatch((speaker) -> speaker.voice().isEmpty());
	}

	public boolean isUnmapped() {
		return this.speakers.stream().anyMatch(Heard::unmapped);
	}

	/** Who stands for each speaker of the file. */
	Map<String, Voice> cast() {
		Map<String, Voice> cast = new LinkedHashMap<>();
		this.speakers.forEach((speaker) -> cast.put(speaker.name(), find(speaker.voice()).orElse(Voice.OTHER)));
		return cast;
	}

	public int turns() {
		return this.text.turns().size();
	}

	public long words() {
		return this.speakers.stream().mapToLong(Heard::words).sum();
	}

	public List<Utterance> first() {
		return this.text.turns().subList(0, Math.min(SAMPLE, turns()));
	}

	public List<Utterance> last() {
		int from = Math.min(turns(), Math.max(SAMPLE, turns() - SAMPLE));
		return this.text.turns().subList(from, turns());
	}

	public List<Notice> shownNotices() {
		return this.notices.subList(0, Math.min(MOST_SHOWN, this.notices.size()));
	}

	public List<Dropped> shownDropped() {
		return this.text.dropped().subList(0, Math.min(MOST_SHOWN, this.text.dropped().size()));
	}

	public int moreNotices() {
		return Math.max(0, this.notices.size() - MOST_SHOWN);
	}

	public int moreDropped() {
		return Math.max(0, this.text.dropped().size() - MOST_SHOWN);
	}

	private Optional<Voice> find(String value) {
		return this.voices.stream().filter((voice) -> voice.value().equals(value)).findFirst();
	}

	private static List<Notice> notices(TranscriptText text) {
		List<Notice> notices = new ArrayList<>();
		text.remarks()
			.forEach((remark) -> notices.add(new Notice(remark.line(), null, remark.messageKey(), remark.detail())));
		notices.sort(Comparator.comparingInt(Notice::line));
		return notices;
	}

	private static long words(List<Utterance> turns) {
		return turns.stream().mapToLong((turn) -> turn.text().split("\\s+", -1).length).sum();
	}

	private static @Nullable Length spoken(List<Utterance> turns) {
		long millis = 0;
		for (Utterance turn : turns) {
			if (turn.startsMs() != null && turn.endsMs() != null) {
				millis += turn.endsMs() - turn.startsMs();
			}
		}
		return Length.of(millis);
	}

	private static @Nullable Length length(List<Utterance> turns) {
		int last = turns.stream()
			.map((turn) -> (turn.endsMs() != null) ? turn.endsMs() : turn.startsMs())
			.filter(Objects::nonNull)
			.mapToInt(Integer::intValue)
			.max()
			.orElse(0);
		return Length.of(last);
	}

	/**
	 * A speaker of the file.
	 *
	 * @param voice whom the speaker stands for, or empty
	 */
	public record Heard(int index, String name, int turns, long words, @Nullable Length length, String voice,
			boolean unmapped) {

		Heard as(String other, boolean missing) {
			return new Heard(this.index, this.name, this.turns, this.words, this.length, other, missing);
		}

	}

	/**
	 * How long somebody speaks: seconds up to a minute, then minutes.
	 *
	 * @param messageKey of the unit
	 */
	public record Length(String messageKey, long value) {

		private static final long MINUTE = 60_000;

		static @Nullable Length of(long millis) {
			if (millis <= 0) {
				return null;
			}
			return (millis < MINUTE) ? new Length("transcript.length.seconds", Math.max(1, millis / 1000))
					: new Length("transcript.length.minutes", Math.round((double) millis / MINUTE));
		}

	}

	/**
	 * Something to look at.
	 *
	 * @param line of the file; 0 when it concerns all of it
	 */
	public record Notice(int line, @Nullable Integer turn, String messageKey, String words) {
	}

}
