package org.projectthrive.review.contrast;

import java.util.List;
import java.util.Set;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.review.contrast.ContrastTable.PointRow;
import org.projectthrive.review.contrast.ContrastTable.QuoteRow;
import org.projectthrive.review.contrast.ContrastTable.StatementRow;
import org.projectthrive.review.contrast.ContrastTable.TopicRow;
import org.projectthrive.review.domain.Side;
import org.projectthrive.session.consent.QuoteConsents;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contrast table: its topics, statements, and the summary points that they rest on.
 */
@Service
@Transactional(readOnly = true)
class ContrastService {

	private static final String STATEMENTS = """
			select st.id, st.topic_id, t.name as topic, st.side, st.text, count(distinct s.session_id) as sessions,
			       count(p.id) as points
			from contrast_statement st join contrast_topic t on t.id = st.topic_id
			left join contrast_evidence e on e.statement_id = st.id left join summary_point p on p.id = e.point_id
			left join summary_cell c on c.id = p.cell_id left join session_summary s on s.id = c.summary_id
			where st.study_id = :study %s
			group by st.id, t.id order by t.position, t.id, st.position, st.id""";

	private static final String POINTS = """
			select p.id, d.side, p.text, s.session_id, f.title as session
			from summary_point p join summary_cell c on c.id = p.cell_id join domain d on d.id = c.domain_id
			join session_summary s on s.id = c.summary_id join focus_group_session f on f.id = s.session_id
			where p.study_id = :study and d.side is not null and %s
			order by f.starts_at, f.id, p.position, p.id limit 1000""";

	private final TopicRepository topics;

	private final StatementRepository statements;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final QuoteConsents consents;

	ContrastService(TopicRepository topics, StatementRepository statements, JdbcClient jdbc, AuditLog audit,
			QuoteConsents consents) {
		this.topics = topics;
		this.statements = statements;
		this.jdbc = jdbc;
		this.audit = audit;
		this.consents = consents;
	}

	ContrastTable ofStudy(Long studyId) {
		List<TopicRow> rows = this.jdbc
			.sql("select id, name from contrast_topic where study_id = ? order by position, id limit 200")
			.param(studyId)
			.query(TopicRow.class)
			.list();
		return new ContrastTable(rows,
				this.jdbc.sql(STATEMENTS.formatted("")).param("study", studyId).query(StatementRow.class).list(),
				this.jdbc.sql(POINTS.formatted("not exists (select from contrast_evidence e where e.point_id = p.id)"))
					.param("study", studyId)
					.query(PointRow.class)
					.list());
	}

	StatementRow statement(Long studyId, Long statementId) {
		return this.jdbc.sql(STATEMENTS.formatted("and st.id = :statement"))
			.param("study", studyId)
			.param("statement", statementId)
			.query(StatementRow.class)
			.optional()
			.orElseThrow(() -> new NotFound("statement " + statementId));
	}

	List<PointRow> evidence(Long studyId, Long statementId) {
		return this.jdbc
			.sql(POINTS.formatted("exists (select from contrast_evidence e where e.point_id = p.id "
					+ "and e.statement_id = :statement)"))
			.param("study", studyId)
			.param("statement", statementId)
			.query(PointRow.class)
			.list();
	}

	/** Without the words of those who do not agree to be quoted. */
	List<QuoteRow> quotes(Long studyId, Long statementId) {
		Set<String> against = this.consents.against(studyId);
		return this.jdbc
			.sql("""
					select q.point_id, s.session_id, q.turn_id, coalesce(sp.label, n.speaker) as speaker, n.kind as note_kind, t.starts_ms, q.text as words,
					    false as withheld
					from summary_quote q join contrast_evidence e on e.point_id = q.point_id
					join summary_cell c on c.id = q.cell_id join session_summary s on s.id = c.summary_id
					left join turn t on t.id = q.turn_id left join speaker sp on sp.id = t.speaker_id
					left join note n on n.id = q.note_id
					where q.study_id = ? and e.statement_id = ? order by q.id""")
			.params(studyId, statementId)
			.query(QuoteRow.class)
			.stream()
			.map((quote) -> quote.without(against))
			.toList();
	}

	@Transactional
	Long addTopic(Long studyId, String name) {
		ContrastTopic topic = new ContrastTopic(studyId, name, this.topics.lastPosition(studyId) + 1);
		save(topic);
		this.audit.record(studyId, "topic.added", topic.id());
		return topic.id();
	}

	@Transactional
	void renameTopic(Long studyId, Long topicId, String name) {
		ContrastTopic topic = topic(studyId, topicId);
		topic.rename(name);
		save(topic);
		this.audit.record(studyId, "topic.renamed", topicId);
	}

	/** Its statements go with it; the points that they rested on become unplaced. */
	@Transactional
	void removeTopic(Long studyId, Long topicId) {
		this.topics.delete(topic(studyId, topicId));
		this.audit.record(studyId, "topic.removed", topicId);
	}

	@Transactional
	Long addStatement(Long studyId, Long topicId, Side side, String text) {
		ContrastStatement statement = this.statements.saveAndFlush(
				new ContrastStatement(topic(studyId, topicId), side, text, this.statements.lastPosition(studyId) + 1));
		this.audit.record(studyId, "statement.added", statement.id());
		return statement.id();
	}

	@Transactional
	void changeStatement(Long studyId, Long statementId, Long topicId, String text) {
		get(studyId, statementId).say(topic(studyId, topicId), text);
		this.audit.record(studyId, "statement.changed", statementId);
	}

	@Transactional
	void removeStatement(Long studyId, Long statementId) {
		this.statements.delete(get(studyId, statementId));
		this.audit.record(studyId, "statement.removed", statementId);
	}

	/** Makes a point evidence of a statement of its side. */
	@Transactional
	void place(Long studyId, Long pointId, Long statementId) {
		get(studyId, statementId).requireSide(side(studyId, pointId));
		this.jdbc.sql(
				"insert into contrast_evidence (statement_id, point_id, study_id) values (?, ?, ?) on conflict do nothing")
			.params(statementId, pointId, studyId)
			.update();
		this.audit.record(studyId, "point.placed", pointId);
	}

	/** Makes a point evidence of a new statement. */
	@Transactional
	void place(Long studyId, Long pointId, Long topicId, String newStatement) {
		place(studyId, pointId, addStatement(studyId, topicId, side(studyId, pointId), newStatement));
	}

	@Transactional
	void unplace(Long studyId, Long pointId, Long statementId) {
		int removed = this.jdbc
			.sql("delete from contrast_evidence where study_id = ? and point_id = ? and statement_id = ?")
			.params(studyId, pointId, statementId)
			.update();
		if (removed == 0) {
			throw new NotFound("point " + pointId + " of statement " + statementId);
		}
		this.audit.record(studyId, "point.unplaced", pointId);
	}

	private Side side(Long studyId, Long pointId) {
		return this.jdbc.sql(POINTS.formatted("p.id = :point"))
			.param("study", studyId)
			.param("point", pointId)
			.query(PointRow.class)
			.optional()
			.orElseThrow(() -> new NotFound("point " + pointId))
			.side();
	}

	private ContrastTopic topic(Long studyId, Long topicId) {
		return this.topics.findByStudyIdAndId(studyId, topicId).orElseThrow(() -> new NotFound("topic " + topicId));
	}

	private ContrastStatement get(Long studyId, Long statementId) {
		return this.statements.findByStudyIdAndId(studyId, statementId)
			.orElseThrow(() -> new NotFound("statement " + statementId));
	}

	private void save(ContrastTopic topic) {
		try {
			this.topics.saveAndFlush(topic);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("contrast.topic.taken");
		}
	}

}
