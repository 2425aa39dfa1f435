package org.projectthrive.retreat;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface RetreatRepository extends Repository<Retreat, Long> {

	Retreat saveAndFlush(Retreat retreat);

	Optional<Retreat> findByStudyId(Long studyId);

}
