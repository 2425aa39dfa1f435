package org.projectthrive.session.notes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.projectthrive.session.notes.NoteRepository.NoteLine;

/**
 * The notes of a session as a whole: question by question, a question that nobody had
 * planned where it came up.
 */
record NoteSheet(List<Asked> questions, List<NoteLine> notes) {

	/**
	 * Puts each unscripted question after the planned one that was talked about last
	 * before it was opened.
	 * @param opened when, by the id of the unscripted question
	 */
	static NoteSheet of(List<Topic> topics, List<NoteLine> notes, Map<Long, Instant> opened) {
		List<Placed> placed = new ArrayList<>();
		for (Topic topic : topics) {
			Long unscripted = topic.unscriptedQuestionId();
			int place = (unscripted != null) ? lastBefore(topics, notes, opened.getOrDefault(unscripted, Instant.MAX))
					: topic.number();
			List<NoteLine> lines = notes.stream().filter((line) -> line.topic().equals(topic.key())).toList();
			placed.add(new Placed(place, (unscripted != null) ? unscripted : 0, new Asked(topic, lines)));
		}
		return new NoteSheet(placed.stream()
			.sorted(Comparator.comparingInt(Placed::place).thenComparingLong(Placed::turn))
			.map(Placed::asked)
			.toList(), notes);
	}

	/** How many notes there are of each kind, in the order of kinds. */
	public Map<NoteKind, Long> kinds() {
		Map<NoteKind, Long> counts = new EnumMap<>(NoteKind.class);
		this.notes.forEach((note) -> counts.merge(note.kind(), 1L, Long::sum));
		return counts;
	}

	/** How many different participants are noted as speaking. */
	public long voices() {
		return this.notes.stream().map(NoteLine::speaker).filter(Objects::nonNull).distinct().count();
	}

	private static int lastBefore(List<Topic> topics, List<NoteLine> notes, Instant opened) {
		return notes.stream()
			.filter((note) -> note.questionId() != null && note.createdAt().isBefore(opened))
			.max(Comparator.comparing(NoteLine::createdAt).thenComparingLong(NoteLine::seq))
			.flatMap((note) -> topics.stream().filter((topic) -> topic.key().equals(note.topic())).findFirst())
			.map(Topic::number)
			.orElse(0);
	}

	/** A question and what was noted under it. */
	record Asked(Topic topic, List<NoteLine> notes) {

		/** How many different participants are noted under it. */
		public long voices() {
			return this.notes.stream().map(NoteLine::speaker).filter(Objects::nonNull).distinct().count();
		}

	}

	private record Placed(int place, long turn, Asked asked) {
	}

}
