package org.projectthrive.retreat.idea;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IdeaRepository extends Repository<Idea, Long> {

	Idea saveAndFlush(Idea idea);

	@Query("""
			select i from Idea i left join fetch i.themes left join fetch i.findings
			where i.studyId = :studyId and i.id = :id""")
	Optional<Idea> ofStudy(Long studyId, Long id);

	@Query("""
			select count(i) > 0 from Idea i
			where i.studyId = :studyId and lower(i.title) = lower(:title) and i.id <> :except""")
	boolean hasTitle(Long studyId, String title, Long except);

	@Query("select i from Idea i where i.studyId = :studyId and i.mergedInto = :id order by i.id")
	List<Idea> mergedInto(Long studyId, Long id);

}
