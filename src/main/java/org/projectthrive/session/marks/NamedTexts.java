package org.projectthrive.session.marks;

import java.util.List;

/** Some of the words of a session, offered by whoever keeps them. */
public interface NamedTexts {

	/** Whether texts of this kind are kept here. */
	boolean keeps(String source);

	List<NamedText> ofSession(Long studyId, Long sessionId);

	/**
	 * Puts a text in the place of another.
	 * @return whether the old one was still there
	 */
	boolean replace(Long studyId, Long sessionId, Rewording rewording);

}
