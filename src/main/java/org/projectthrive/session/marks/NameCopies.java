package org.projectthrive.session.marks;

import java.util.Optional;
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
	int cover(Long studyId, Long sessionId, Covering covering);

	/** Takes the names out of a text. */
	interface Covering extends UnaryOperator<String> {

		/** What gives way to what, where there is a name. */
		Optional<Rewording> of(NamedText text);

	}

}
