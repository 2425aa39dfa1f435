package org.projectthrive.review.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions.NoteRow;
import org.projectthrive.transcript.Turns.TurnRow;

/**
 * What was said and noted in a session: a quote must be words of one of them.
 *
 * @param withheld the codes of those who have not agreed to be quoted, by the id of what
 * they said
 */
record Sources(Map<Long, String> turns, Map<UUID, String> notes, Map<Object, String> withheld) {

	/**
	 * Puts them together.
	 * @param against the codes of those who have not agreed to be quoted
	 */
	static Sources of(List<TurnRow> turns, List<NoteRow> notes, Set<String> against) {
		Map<Object, String> withheld = new HashMap<>();
		turns.stream()
			.filter((turn) -> isOf(against, turn.speaker()))
			.forEach((turn) -> withheld.put(turn.id(), String.valueOf(turn.speaker())));
		notes.stream()
			.filter((note) -> isOf(against, note.speaker()))
			.forEach((note) -> withheld.put(note.id(), String.valueOf(note.speaker())));
		return new Sources(turns.stream().collect(Collectors.toMap(TurnRow::id, TurnRow::text)),
				notes.stream().collect(Collectors.toMap(NoteRow::id, NoteRow::text)), withheld);
	}

	/** Refuses words of somebody who has not agreed to be quoted. */
	void requireQuotable(@Nullable Long turnId, @Nullable UUID noteId, String domain) {
		Object id = (turnId != null) ? turnId : noteId;
		String code = (id != null) ? this.withheld.get(id) : null;
		if (code != null) {
			throw new RuleViolation("summary.quote.withheld", domain, code);
		}
	}

	boolean holds(@Nullable Long turnId, @Nullable UUID noteId, String words) {
		return spaced(text(turnId, noteId)).contains(spaced(words));
	}

	/** The text of a turn or note of this session; of another session there is none. */
	String text(@Nullable Long turnId, @Nullable UUID noteId) {
		String text = (turnId != null) ? this.turns.get(turnId) : (noteId != null) ? this.notes.get(noteId) : null;
		if (text == null) {
			throw new NotFound("source of a quote");
		}
		return text;
	}

	private static boolean isOf(Set<String> codes, @Nullable String speaker) {
		return speaker != null && codes.contains(speaker);
	}

	private static String spaced(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

}
