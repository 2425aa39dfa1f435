package org.projectthrive.session.marks;

/**
 * Keeps pointing at words, or quotes them, and has to follow when names in them are
 * replaced. It is told in the transaction that replaces them.
 */
public interface WordsFollower {

	void follow(Long studyId, Rewording rewording);

}
