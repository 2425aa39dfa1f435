package org.projectthrive.study;

import java.util.List;
import java.util.Optional;

/** Who may do what in which study. The study module asks; the team module answers. */
public interface StudyAccess {

	/**
	 * The person's membership, or nothing when there is none: then the study does not
	 * exist for that person.
	 */
	Optional<Membership> find(Long studyId, Long personId);

	/** All memberships of a person, newest study first, at most 200. */
	List<Membership> of(Long personId);

	/** Makes the person who created a study its lead. */
	void foundedBy(Study study, Long personId);

}
