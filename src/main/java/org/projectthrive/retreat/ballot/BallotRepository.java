package org.projectthrive.retreat.ballot;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BallotRepository extends Repository<Ballot, Long> {

	Ballot saveAndFlush(Ballot ballot);

	void delete(Ballot ballot);

	Optional<Ballot> findByStudyIdAndId(Long studyId, Long id);

	@Query("select count(b) > 0 from Ballot b where b.retreatId = :retreatId and b.stage = 'OPEN'")
	boolean isAnyOpen(Long retreatId);

	@Query("select coalesce(max(b.number), 0) + 1 from Ballot b where b.retreatId = :retreatId")
	int nextNumber(Long retreatId);

	@Query("select b from Ballot b where b.runOffOf = :ballotId and (b.stage <> 'CLOSED' or b.digest is not null)")
	Optional<Ballot> runOffOf(Long ballotId);

}
