package org.projectthrive.guide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.StudyAccess;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists the versions of a study's guide, and the guides of other studies that somebody
 * may copy.
 */
@Component
@Transactional(readOnly = true)
class GuideVersions {

	private static final List<Role> READERS = List.of(Role.LEAD, Role.FACILITATOR, Role.ANALYST);

	private final JdbcClient jdbc;

	private final StudyAccess access;

	GuideVersions(JdbcClient jdbc, StudyAccess access) {
		this.jdbc = jdbc;
		this.access = access;
	}

	/** Newest first. */
	List<VersionRow> ofStudy(Long studyId) {
		return this.jdbc.sql("""
				select g.number, g.title, g.published_at, p.name as published_by
				from guide g left join person p on p.id = g.published_by
				where g.study_id = ? order by g.number desc""").param(studyId).query(VersionRow.class).list();
	}

	Optional<Integer> newestPublished(Long studyId) {
		return ofStudy(studyId).stream()
			.filter((version) -> version.publishedAt() != null)
			.map(VersionRow::number)
			.findFirst();
	}

	/** Refuses a question that no version of the guide has. */
	void requireQuestion(Long studyId, Long questionId) {
		require("guide_question", studyId, questionId);
	}

	/** Refuses a section that no version of the guide has. */
	void requireSection(Long studyId, Long sectionId) {
		require("guide_section", studyId, sectionId);
	}

	private void require(String table, Long studyId, Long id) {
		if (!this.jdbc.sql("select exists (select from " + table + " where study_id = ? and id = ?)")
			.params(studyId, id)
			.query(Boolean.class)
			.single()) {
			throw new NotFound(table + " " + id);
		}
	}

	/** Guides of the other studies in which this person may read one. */
	List<CopyableGuide> copyableBy(Long personId, Long studyId) {
		List<Long> studies = this.access.of(personId)
			.stream()
			.filter((membership) -> membership.isAnyOf(READERS))
			.map((Membership membership) -> membership.study().id())
			.filter((id) -> !id.equals(studyId))
			.toList();
		if (studies.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select distinct on (s.id) s.id as study_id, s.name as study, g.title
				from guide g join study s on s.id = g.study_id
				where s.id in (:studies) order by s.id desc, g.number desc""")
			.param("studies", studies)
			.query(CopyableGuide.class)
			.list();
	}

	/** A version of a guide as the list shows it. */
	record VersionRow(int number, String title, @Nullable Instant publishedAt, @Nullable String publishedBy) {
	}

	/** A guide that may be copied from another study. */
	record CopyableGuide(Long studyId, String study, String title) {
	}

}
