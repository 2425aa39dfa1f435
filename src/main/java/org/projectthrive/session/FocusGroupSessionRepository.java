package org.projectthrive.session;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.projectthrive.session.roster.Site;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FocusGroupSessionRepository extends Repository<FocusGroupSession, Long> {

	FocusGroupSession saveAndFlush(FocusGroupSession session);

	@Query("""
			select s from FocusGroupSession s left join fetch s.site left join fetch s.facilitators
			where s.studyId = :studyId and s.id = :id""")
	Optional<FocusGroupSession> ofStudy(Long studyId, Long id);

	/** For a change that others may want to make at the same moment. */
	@Query("select s from FocusGroupSession s where s.studyId = :studyId and s.id = :id")
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<FocusGroupSession> lock(Long studyId, Long id);

	@Query("""
			select s from FocusGroupSession s
			where s.site = :site and s.stage in (org.projectthrive.session.Stage.PLANNED, org.projectthrive.session.Stage.INVITED)""")
	List<FocusGroupSession> upcomingAt(Site site);

}
