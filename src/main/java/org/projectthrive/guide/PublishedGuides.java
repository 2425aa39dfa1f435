package org.projectthrive.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.projectthrive.platform.error.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published guides, as later steps read them. */
@Service
@Transactional(readOnly = true)
public class PublishedGuides {

	private final JdbcClient jdbc;

	PublishedGuides(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest published version: what a session that starts now runs on. */
	public Optional<PublishedGuide> findNewest(Long studyId) {
		return this.jdbc.sql("""
				select id, number, title from guide
				where study_id = ? and published_at is not null order by number desc limit 1""")
			.param(studyId)
			.query(Head.class)
			.optional()
			.map(this::whole);
	}

	public PublishedGuide get(Long studyId, Long guideId) {
		return this.jdbc
			.sql("select id, number, title from guide where study_id = ? and id = ? and published_at is not null")
			.params(studyId, guideId)
			.query(Head.class)
			.optional()
			.map(this::whole)
			.orElseThrow(() -> new NotFound("guide " + guideId));
	}

	/**
	 * Every question ever published in a study, once, in its newest wording, in the order
	 * of the newest guide.
	 */
	public List<Question> everAsked(Long studyId) {
		return this.jdbc
			.sql("""
					select * from (
					  select distinct on (q.question_key) q.id, q.question_key as key, q.position, q.wording, q.domain, q.minutes,
					      q.probes, g.number
					  from guide_question q join guide g on g.id = q.guide_id
					  where g.study_id = ? and g.published_at is not null order by q.question_key, g.number desc) newest
					order by number desc, position""")
			.param(studyId)
			.query(Question.class)
			.list();
	}

	/** Which question, over all versions, each question of a guide is. */
	public Map<Long, UUID> keys(Long studyId, Long guideId) {
		return this.jdbc.sql("""
				select q.id, q.question_key as key from guide_question q join guide g on g.id = q.guide_id
				where g.study_id = ? and g.id = ? and g.published_at is not null""")
			.params(studyId, guideId)
			.query(Key.class)
			.stream()
			.collect(Collectors.toMap(Key::id, Key::key));
	}

	private PublishedGuide whole(Head head) {
		List<Question> questions = this.jdbc.sql("""
				select id, question_key as key, position, wording, domain, minutes, probes
				from guide_question where guide_id = ? order by position""")
			.param(head.id())
			.query(Question.class)
			.list();
		return new PublishedGuide(head.id(), head.number(), head.title(), questions);
	}

	private record Key(Long id, UUID key) {
	}

	private record Head(Long id, int number, String title) {
	}

	/** A frozen version of a guide. */
	public record PublishedGuide(Long id, int number, String title, List<Question> questions) {
	}

	/**
	 * A question of a published guide.
	 *
	 * @param key the same in every version of the guide: the question as analysis knows
	 * it
	 * @param domain a neutral noun, such as "In-basket"
	 * @param probes one a line
	 */
	public record Question(Long id, UUID key, int position, String wording, String domain, int minutes, String probes) {

		public List<String> probeLines() {
			return this.probes.lines().filter((line) -> !line.isBlank()).toList();
		}

	}

}
