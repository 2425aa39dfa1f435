package org.projectthrive.session.marks;

import java.util.function.UnaryOperator;

/**
 * Other texts of a session in which a name may stand: earlier versions, and what was
 * written about words. Names that are certain are taken out there, too; nobody is asked.
 */
public interface NameCopies {

	/**
	 * Covers what is kept here of a session.
	 * @return in how many texts there was a name
	 */
	int cover(Long studyId, Long sessionId, UnaryOperator<String> covering);

}
