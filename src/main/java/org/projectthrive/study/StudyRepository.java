package org.projectthrive.study;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface StudyRepository extends Repository<Study, Long> {

	Study save(Study study);

	Optional<Study> findById(Long id);

}
