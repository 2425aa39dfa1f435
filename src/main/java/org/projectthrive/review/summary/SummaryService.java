package org.projectthrive.review.summary;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions;
import org.projectthrive.study.Role;
import org.projectthrive.team.TeamMember;
import org.projectthrive.team.TeamService;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Session summaries: begun by an analyst, read by another, agreed. */
@Service
@Transactional(readOnly = true)
class SummaryService {

	private static final String LINES = """
			select s.session_id, s.stage, a.name as author, r.name as second_reader,
			       (select count(*) from summary_cell c where c.summary_id = s.id
			        and (c.not_discussed or exists (select from summary_point p where p.cell_id = c.id))) as answered,
			       (select count(*) from quote_flag f join summary_cell c on c.id = f.cell_id where c.summary_id = s.id) as flagged
			from session_summary s join person a on a.id = s.author_id left join person r on r.id = s.second_reader_id
			where s.study_id = ?""";

	private final SummaryRepository summaries;

	private final Sessions sessions;

	private final TeamService team;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	SummaryService(SummaryRepository summaries, Sessions sessions, TeamService team, JdbcClient jdbc, AuditLog audit,
			Clock clock) {
		this.summaries = summaries;
		this.sessions = sessions;
		this.team = team;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	List<SummaryLine> ofStudy(Long studyId) {
		return this.jdbc.sql(LINES).param(studyId).query(SummaryLine.class).list();
	}

	SummaryLine line(Long studyId, Long sessionId) {
		return this.jdbc.sql(LINES + " and s.session_id = ?")
			.params(studyId, sessionId)
			.query(SummaryLine.class)
			.single();
	}

	/** The summary of a session with all its cells, when it was begun. */
	Optional<SessionSummary> find(Long studyId, Long sessionId) {
		Optional<SessionSummary> summary = this.summaries.ofSession(studyId, sessionId);
		summary.ifPresent(this::fetch);
		return summary;
	}

	@Transactional
	void begin(Long studyId, Long sessionId, Long personId) {
		if (!this.sessions.get(studyId, sessionId).isHeld()) {
			throw new RuleViolation("summary.session.notHeld");
		}
		SessionSummary summary = new SessionSummary(studyId, sessionId, personId, this.clock.instant());
		try {
			this.summaries.saveAndFlush(summary);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("summary.begun.already");
		}
		this.audit.record(studyId, "summary.begun", sessionId);
	}

	/**
	 * Writes cells into a summary.
	 * @param version the version that the writer had read
	 */
	@Transactional
	void write(Long studyId, Long sessionId, int version, List<CellContent> cells, Sources sources) {
		SessionSummary summary = forWriting(studyId, sessionId);
		if (summary.version() != version) {
			throw new ObjectOptimisticLockingFailureException(SessionSummary.class, sessionId);
		}
		summary.requireOpen();
		fetch(summary);
		cells.forEach((content) -> summary.write(content, sources));
		this.audit.record(studyId, "summary.written", sessionId);
	}

	@Transactional
	void handOver(Long studyId, Long sessionId, @Nullable Long readerId) {
		SessionSummary summary = forWriting(studyId, sessionId);
		if (readerId != null
				&& analysts(studyId).stream().noneMatch((analyst) -> analyst.personId().equals(readerId))) {
			throw new NotFound("analyst " + readerId);
		}
		summary.handOver(readerId);
		this.audit.record(studyId, "summary.handed.over", sessionId);
	}

	@Transactional
	void agree(Long studyId, Long sessionId, int version, Long personId) {
		SessionSummary summary = forWriting(studyId, sessionId);
		if (summary.version() != version) {
			throw new RuleViolation("summary.agree.changed");
		}
		summary.agree(personId, this.clock.instant());
		this.audit.record(studyId, "summary.agreed", sessionId);
	}

	@Transactional
	void reopen(Long studyId, Long sessionId, String reason) {
		forWriting(studyId, sessionId).reopen();
		this.audit.record(studyId, "summary.reopened", sessionId, reason);
	}

	/** Those who may write and read summaries. */
	List<TeamMember> analysts(Long studyId) {
		return this.team.members(studyId).stream().filter((member) -> member.roles().contains(Role.ANALYST)).toList();
	}

	private SessionSummary forWriting(Long studyId, Long sessionId) {
		return this.summaries.forWriting(studyId, sessionId)
			.orElseThrow(() -> new NotFound("summary of session " + sessionId));
	}

	private void fetch(SessionSummary summary) {
		this.summaries.cellsWithPoints(summary.id());
		this.summaries.cellsWithQuotes(summary.id());
	}

}
