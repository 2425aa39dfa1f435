package org.projectthrive.review.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.projectthrive.coding.Themes;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.platform.error.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a finding can be about: themes of the codebook, a question of the guide, a topic
 * of the contrast table.
 */
@Service
@Transactional(readOnly = true)
class FindingSubjects {

	private final Themes themes;

	private final PublishedGuides guides;

	private final JdbcClient jdbc;

	FindingSubjects(Themes themes, PublishedGuides guides, JdbcClient jdbc) {
		this.themes = themes;
		this.guides = guides;
		this.jdbc = jdbc;
	}

	List<ThemeRow> themes(Long studyId) {
		return this.themes.ofStudy(studyId);
	}

	/** The domains of the guide's questions, by the question's key. */
	Map<UUID, String> questions(Long studyId) {
		Map<UUID, String> questions = new LinkedHashMap<>();
		this.guides.everAsked(studyId).forEach((question) -> questions.put(question.key(), question.domain()));
		return questions;
	}

	Map<Long, String> topics(Long studyId) {
		Map<Long, String> topics = new LinkedHashMap<>();
		this.jdbc.sql("select id, name from contrast_topic where study_id = ? order by position, id limit 200")
			.param(studyId)
			.query((row) -> {
				topics.put(row.getLong("id"), row.getString("name"));
			});
		return topics;
	}

	/** What belongs to another study does not exist for this one. */
	void require(Long studyId, FindingContent content) {
		boolean isKnown = themes(studyId).stream().map(ThemeRow::id).toList().containsAll(content.themes())
				&& (content.topicId() == null || topics(studyId).containsKey(content.topicId()))
				&& (content.questionKey() == null || questions(studyId).containsKey(content.questionKey()));
		if (!isKnown) {
			throw new NotFound("theme, question or topic of a finding");
		}
	}

}
