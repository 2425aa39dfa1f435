package org.projectthrive.review.finding;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.ThemeInSession;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings: analysts write them, the lead releases them to leaders and withdraws them.
 */
@Service
@Transactional(readOnly = true)
class FindingService {

	private final FindingRepository findings;

	private final CodedWords codedWords;

	private final Sessions sessions;

	private final FindingSubjects subjects;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	FindingService(FindingRepository findings, CodedWords codedWords, Sessions sessions, FindingSubjects subjects,
			JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.findings = findings;
		this.codedWords = codedWords;
		this.sessions = sessions;
		this.subjects = subjects;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * All findings, or only the released ones, each with the sessions that raised its
	 * themes.
	 */
	List<FindingLine> ofStudy(Long studyId, boolean releasedOnly) {
		Set<Long> held = this.sessions.ofStudy(studyId)
			.stream()
			.filter(SessionRow::isHeld)
			.map(SessionRow::id)
			.collect(Collectors.toSet());
		List<ThemeRow> codebook = this.subjects.themes(studyId);
		Map<Long, Set<Long>> raised = this.codedWords.bySession(studyId)
			.stream()
			.filter((one) -> held.contains(one.sessionId()))
			.collect(Collectors.groupingBy(ThemeInSession::themeId,
					Collectors.mapping(ThemeInSession::sessionId, Collectors.toSet())));
		return rows(studyId).stream()
			.filter((row) -> !releasedOnly || row.releasedAt() != null)
			.map((row) -> row.line(codebook, raised, held.size()))
			.toList();
	}

	Finding get(Long studyId, Long findingId) {
		return this.findings.ofStudy(studyId, findingId).orElseThrow(() -> new NotFound("finding " + findingId));
	}

	@Transactional
	Long write(Long studyId, FindingContent content, Long personId) {
		this.subjects.require(studyId, content);
		Finding finding = this.findings.saveAndFlush(new Finding(studyId, content, personId, this.clock.instant()));
		this.audit.record(studyId, "finding.written", finding.id());
		return finding.id();
	}

	@Transactional
	void change(Long studyId, Long findingId, int version, FindingContent content) {
		Finding finding = get(studyId, findingId);
		if (finding.version() != version) {
			throw new ObjectOptimisticLockingFailureException(Finding.class, findingId);
		}
		this.subjects.require(studyId, content);
		finding.say(content);
		this.audit.record(studyId, "finding.changed", findingId);
	}

	@Transactional
	void remove(Long studyId, Long findingId) {
		Finding finding = get(studyId, findingId);
		finding.requireHeldBack();
		try {
			this.findings.delete(finding);
			this.findings.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("finding.used");
		}
		this.audit.record(studyId, "finding.removed", findingId);
	}

	@Transactional
	void release(Long studyId, Long findingId, Long leadId) {
		get(studyId, findingId).release(leadId, this.clock.instant());
		this.audit.record(studyId, "finding.released", findingId);
	}

	@Transactional
	void withdraw(Long studyId, Long findingId) {
		get(studyId, findingId).withdraw();
		this.audit.record(studyId, "finding.withdrawn", findingId);
	}

	private List<Row> rows(Long studyId) {
		return this.jdbc
			.sql("""
					select f.id, f.statement, f.question_key, t.name as topic, p.name as written_by, f.released_at,
					       (select string_agg(ft.theme_id::text, ',') from finding_theme ft where ft.finding_id = f.id) as theme_ids
					from finding f join person p on p.id = f.written_by left join contrast_topic t on t.id = f.contrast_topic_id
					where f.study_id = ? order by f.id limit 200""")
			.param(studyId)
			.query(Row.class)
			.list();
	}

	private record Row(Long id, String statement, @Nullable UUID questionKey, @Nullable String topic, String writtenBy,
			@Nullable Instant releasedAt, @Nullable String themeIds) {

		FindingLine line(List<ThemeRow> codebook, Map<Long, Set<Long>> raised, int held) {
			Set<Long> ids = (this.themeIds == null) ? Set.of()
					: Arrays.stream(this.themeIds.split(",")).map(Long::valueOf).collect(Collectors.toSet());
			long sessions = ids.stream().flatMap((id) -> raised.getOrDefault(id, Set.of()).stream()).distinct().count();
			return new FindingLine(this.id, this.statement, this.questionKey, this.topic, this.writtenBy,
					this.releasedAt, codebook.stream().filter((theme) -> ids.contains(theme.id())).toList(),
					(int) sessions, held);
		}

	}

}
