package org.projectthrive.platform.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only log of who did what to which study. Every change writes one event in
 * its own transaction, with ids and facts: never content, never a participant's name.
 */
@Component
public class AuditLog {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	AuditLog(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * Records what the signed-in person does.
	 * @param action what was done, in the past tense: {@code guide.published}
	 * @param subjectId the id of what it was done to
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(@Nullable Long studyId, String action, @Nullable Object subjectId) {
		record(studyId, action, subjectId, null);
	}

	/** Records an action that needs a reason, such as an override. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(@Nullable Long studyId, String action, @Nullable Object subjectId, @Nullable String reason) {
		this.jdbc
			.sql("insert into audit_event (study_id, person_id, action, subject_id, reason) values (?, ?, ?, ?, ?)")
			.param(studyId)
			.param(signedInPerson())
			.param(action)
			.param((subjectId != null) ? subjectId.toString() : null)
			.param(reason)
			.update();
		this.events.publishEvent(new Recorded(studyId, action, subjectId));
	}

	/**
	 * The newest events of a study, at most {@code limit}, before the event with the
	 * given id.
	 */
	@Transactional(readOnly = true)
	public List<AuditRow> ofStudy(Long studyId, long beforeId, int limit) {
		return this.jdbc.sql("""
				select e.id, e.action, e.subject_id, e.reason, e.happened_at, p.name as person
				from audit_event e left join person p on p.id = e.person_id
				where e.study_id = ? and e.id < ? order by e.id desc limit ?""")
			.params(studyId, beforeId, limit)
			.query(AuditRow.class)
			.list();
	}

	private static @Nullable Long signedInPerson() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !authentication.isAuthenticated()
				|| !authentication.getName().chars().allMatch(Character::isDigit)) {
			return null;
		}
		return Long.valueOf(authentication.getName());
	}

	/** Something is being recorded, in a transaction that may still fail. */
	public record Recorded(@Nullable Long studyId, String action, @Nullable Object subjectId) {
	}

	/**
	 * One line of the audit log; {@code person} is a team member's name, never a
	 * participant's.
	 */
	public record AuditRow(Long id, String action, @Nullable String subjectId, @Nullable String reason,
			Instant happenedAt, @Nullable String person) {
	}

}
