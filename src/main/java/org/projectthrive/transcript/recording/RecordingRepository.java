package org.projectthrive.transcript.recording;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecordingRepository extends Repository<Recording, Long> {

	Recording saveAndFlush(Recording recording);

	@Query("select r from Recording r where r.studyId = :studyId and r.sessionId = :sessionId")
	Optional<Recording> ofSession(Long studyId, Long sessionId);

}
