package org.projectthrive.review.domain;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DomainRepository extends Repository<Domain, Long> {

	Domain saveAndFlush(Domain domain);

	Optional<Domain> findByStudyIdAndId(Long studyId, Long id);

	@Query("select coalesce(max(d.position), 0) from Domain d where d.studyId = :studyId")
	int lastPosition(Long studyId);

}
