package org.projectthrive.team;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface CharterRepository extends Repository<Charter, Long> {

	Charter save(Charter charter);

	Charter saveAndFlush(Charter charter);

	Optional<Charter> findById(Long studyId);

}
