package org.projectthrive.session.keeping;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.projectthrive.platform.audit.AuditLog;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a transcript's file is kept as it came, names and all, and until when; without
 * a setting it is dropped on import. Whoever keeps files follows {@link FilesKept}.
 */
@Service
@Transactional(readOnly = true)
public class FileSetting {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	FileSetting(JdbcClient jdbc, ApplicationEventPublisher events, AuditLog audit, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** The last day on which the study keeps files; nothing when it does not. */
	public Optional<LocalDate> keptUntil(Long studyId) {
		return this.jdbc.sql("select keep_until from file_setting where study_id = ? and keep_until >= ?")
			.params(studyId, today())
			.query(LocalDate.class)
			.optional();
	}

	@Transactional
	void keepUntil(Long studyId, Long personId, LocalDate day) {
		this.jdbc.sql("""
				insert into file_setting (study_id, keep_until, set_by, set_at) values (?, ?, ?, ?)
				on conflict (study_id) do update
				set keep_until = excluded.keep_until, set_by = excluded.set_by, set_at = excluded.set_at""")
			.params(studyId, day, personId, Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new FilesKept(studyId, day));
		this.audit.record(studyId, "files.kept-until", studyId, day.toString());
	}

	/** Keeps no file any more, and has those deleted that were kept. */
	@Transactional
	public void drop(Long studyId) {
		this.jdbc.sql("delete from file_setting where study_id = ?").param(studyId).update();
		this.events.publishEvent(new FilesKept(studyId, null));
		this.audit.record(studyId, "files.dropped", studyId);
	}

	/** Has those files deleted that are due. */
	@Transactional
	public void dropDue() {
		this.jdbc.sql("select study_id from file_setting where keep_until < ? order by 1 for update skip locked")
			.param(today())
			.query(Long.class)
			.list()
			.forEach(this::drop);
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
