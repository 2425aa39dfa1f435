package org.projectthrive.session.debrief;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DebriefRepository extends Repository<Debrief, Long> {

	Debrief saveAndFlush(Debrief debrief);

	@Query("select d from Debrief d where d.studyId = :studyId and d.sessionId = :sessionId")
	Optional<Debrief> ofSession(Long studyId, Long sessionId);

}
