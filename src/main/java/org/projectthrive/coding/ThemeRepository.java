package org.projectthrive.coding;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ThemeRepository extends Repository<Theme, Long> {

	Theme save(Theme theme);

	@Query("select t from Theme t where t.studyId = :studyId and t.id = :id")
	Optional<Theme> ofStudy(Long studyId, Long id);

	/**
	 * Locked, so that of two who rearrange a codebook at once the second sees what the
	 * first has done.
	 */
	@Query("select t from Theme t where t.studyId = :studyId order by t.id")
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	List<Theme> lockAll(Long studyId);

	@Query("""
			select count(t) > 0 from Theme t
			where t.studyId = :studyId and lower(t.meaning.name) = lower(:name) and t.id <> :otherThan""")
	boolean isNameTaken(Long studyId, String name, Long otherThan);

}
