package org.projectthrive.review.contrast;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TopicRepository extends Repository<ContrastTopic, Long> {

	ContrastTopic saveAndFlush(ContrastTopic topic);

	void delete(ContrastTopic topic);

	Optional<ContrastTopic> findByStudyIdAndId(Long studyId, Long id);

	@Query("select coalesce(max(t.position), 0) from ContrastTopic t where t.studyId = :studyId")
	int lastPosition(Long studyId);

}
