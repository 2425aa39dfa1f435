package org.projectthrive.session.roster;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SiteRepository extends Repository<Site, Long> {

	Site saveAndFlush(Site site);

	Optional<Site> findByStudyIdAndId(Long studyId, Long id);

	@Query("select s from Site s where s.studyId = :studyId order by lower(s.name)")
	List<Site> ofStudy(Long studyId);

}
