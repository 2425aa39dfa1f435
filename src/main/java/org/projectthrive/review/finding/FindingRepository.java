package org.projectthrive.review.finding;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FindingRepository extends Repository<Finding, Long> {

	Finding saveAndFlush(Finding finding);

	void delete(Finding finding);

	void flush();

	@Query("select f from Finding f left join fetch f.themes where f.studyId = :studyId and f.id = :id")
	Optional<Finding> ofStudy(Long studyId, Long id);

}
