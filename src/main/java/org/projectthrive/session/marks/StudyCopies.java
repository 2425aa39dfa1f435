package org.projectthrive.session.marks;

import java.util.function.UnaryOperator;

/**
 * Texts about a study as a whole, in which a name may stand. They are covered once, with
 * the names of all the study, not of one session.
 */
public interface StudyCopies {

	/**
	 * Covers what is kept here of a study.
	 * @return in how many texts there was a name
	 */
	int cover(Long studyId, UnaryOperator<String> covering);

}
