package org.projectthrive.initiative;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InitiativeRepository extends Repository<Initiative, Long> {

	Initiative saveAndFlush(Initiative initiative);

	@Query("select i from Initiative i left join fetch i.reviews where i.studyId = :studyId and i.id = :id")
	Optional<Initiative> whole(Long studyId, Long id);

	@Query("""
			select distinct i from Initiative i left join fetch i.reviews
			where i.studyId = :studyId order by i.id limit 200""")
	List<Initiative> ofStudy(Long studyId);

}
