package org.projectthrive.retreat;

import java.util.Set;

/** What became of winners. The retreat asks; the initiative module answers. */
public interface Commitments {

	/** The ideas that somebody who is in the team has promised to start. */
	Set<Long> ownedIdeas(Long studyId);

}
