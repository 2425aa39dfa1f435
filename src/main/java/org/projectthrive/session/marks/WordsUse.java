package org.projectthrive.session.marks;

/**
 * Points at words of notes, or quotes them, and follows {@link WordsChanged}. A note that
 * nobody uses is changed without telling anybody: it is saved while people talk.
 */
public interface WordsUse {

	/** A condition, in SQL, that holds where the note {@code :id} is used. */
	String ofNote();

}
