package org.projectthrive.study;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StepRulingRepository extends Repository<StepRuling, Long> {

	StepRuling save(StepRuling ruling);

	@Query("select r from StepRuling r where r.studyId = :studyId order by r.id desc limit 50")
	List<StepRuling> newestOfStudy(Long studyId);

}
