package org.projectthrive.review.contrast;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StatementRepository extends Repository<ContrastStatement, Long> {

	ContrastStatement saveAndFlush(ContrastStatement statement);

	void delete(ContrastStatement statement);

	Optional<ContrastStatement> findByStudyIdAndId(Long studyId, Long id);

	@Query("select coalesce(max(s.position), 0) from ContrastStatement s where s.studyId = :studyId")
	int lastPosition(Long studyId);

}
