package org.projectthrive.guide;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GuideRepository extends Repository<Guide, Long> {

	String WHOLE = """
			select g from Guide g left join fetch g.sections left join fetch g.questions q left join fetch q.section
			left join fetch q.components where g.studyId = :studyId and g.number =""";

	Guide saveAndFlush(Guide guide);

	void flush();

	void delete(Guide guide);

	@Query(WHOLE + " :number")
	Optional<Guide> version(Long studyId, int number);

	@Query(WHOLE + " (select max(o.number) from Guide o where o.studyId = :studyId)")
	Optional<Guide> newest(Long studyId);

	/**
	 * Holds the draft until the transaction ends: who changes it and who publishes it
	 * wait for each other.
	 */
	@Query("select g from Guide g where g.studyId = :studyId and g.publication.publishedAt is null")
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<Guide> lockDraft(Long studyId);

}
