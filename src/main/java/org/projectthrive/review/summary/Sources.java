package org.projectthrive.review.summary;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.Sessions.NoteRow;
import org.projectthrive.transcript.Turns.TurnRow;

/** What was said and noted in a session: a quote must be words of one of them. */
record Sources(Map<Long, String> turns, Map<UUID, String> notes) {

	static Sources of(List<TurnRow> turns, List<NoteRow> notes) {
		return new Sources(turns.stream().collect(Collectors.toMap(TurnRow::id, TurnRow::text)),
				notes.stream().collect(Collectors.toMap(NoteRow::id, NoteRow::text)));
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

	private static String spaced(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

}
