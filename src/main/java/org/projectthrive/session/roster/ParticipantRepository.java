package org.projectthrive.session.roster;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;

import org.projectthrive.study.Study;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ParticipantRepository extends Repository<Participant, Long> {

	Participant saveAndFlush(Participant participant);

	void delete(Participant participant);

	void flush();

	@Query("select p from Participant p join fetch p.site where p.studyId = :studyId and p.id = :id")
	Optional<Participant> ofStudy(Long studyId, Long id);

	@Query("select p.id from Participant p where p.studyId = :studyId and p.id in :ids")
	List<Long> idsOfStudy(Long studyId, Set<Long> ids);

	@Query("select coalesce(max(cast(substring(p.code, 2) as Integer)), 0) from Participant p where p.studyId = :studyId")
	int highestNumber(Long studyId);

	/** Codes are given one after the other. */
	@Query("select s from Study s where s.id = :studyId")
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Study lockStudy(Long studyId);

}
