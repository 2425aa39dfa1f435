package org.projectthrive.review.summary;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SummaryRepository extends Repository<SessionSummary, Long> {

	SessionSummary saveAndFlush(SessionSummary summary);

	@Query("select s from SessionSummary s left join fetch s.cells where s.studyId = :studyId and s.sessionId = :sessionId")
	Optional<SessionSummary> ofSession(Long studyId, Long sessionId);

	/** For writing: whatever is written below it, the summary's version rises. */
	@Query("select s from SessionSummary s where s.studyId = :studyId and s.sessionId = :sessionId")
	@Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
	Optional<SessionSummary> forWriting(Long studyId, Long sessionId);

	@Query("select distinct c from SummaryCell c left join fetch c.points where c.summary.id = :summaryId")
	List<SummaryCell> cellsWithPoints(Long summaryId);

	@Query("select distinct c from SummaryCell c left join fetch c.quotes where c.summary.id = :summaryId")
	List<SummaryCell> cellsWithQuotes(Long summaryId);

}
