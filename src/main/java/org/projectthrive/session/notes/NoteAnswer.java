package org.projectthrive.session.notes;

/** What became of a note that was sent. */
sealed interface NoteAnswer {

	/**
	 * It is kept.
	 *
	 * @param created whether this very request made the note
	 */
	record Saved(Receipt receipt, boolean created) implements NoteAnswer {
	}

	/**
	 * It would have overwritten another text: both are kept, the stored one stands.
	 *
	 * @param reason a message key
	 */
	record Refused(Note current, NoteDraft yours, String reason) implements NoteAnswer {
	}

	/** It was deleted, and stays so; what was sent is kept. */
	record Gone() implements NoteAnswer {
	}

	/**
	 * It does not fit the session.
	 *
	 * @param reason a message key
	 */
	record Invalid(String field, String reason) implements NoteAnswer {
	}

}
