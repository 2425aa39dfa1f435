package org.projectthrive.session;

import java.util.Map;

/** What a later module has to say about sessions, to those who run them. */
public interface SessionWarnings {

	/** The message for each session that somebody has to see to. */
	Map<Long, String> ofStudy(Long studyId);

}
