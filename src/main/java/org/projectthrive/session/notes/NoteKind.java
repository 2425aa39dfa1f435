package org.projectthrive.session.notes;

/** What a live note holds. */
public enum NoteKind {

	/** Words as they were said. */
	QUOTE,

	/** What somebody meant, in the note-taker's words. */
	PARAPHRASE,

	/** What could be seen or heard but not read. */
	NON_VERBAL,

	/** A thought of the note-taker. */
	OWN_IDEA

}
