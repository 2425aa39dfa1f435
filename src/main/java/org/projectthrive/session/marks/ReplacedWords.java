package org.projectthrive.session.marks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was replaced: forgotten at once, unless the study keeps it until a day, apart from
 * the texts.
 */
@Service
@Transactional(readOnly = true)
public class ReplacedWords {

	private static final Logger log = LoggerFactory.getLogger(ReplacedWords.class);

	private static final int MOST_SHOWN = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final AuditLog audit;

	private final Clock clock;

	ReplacedWords(JdbcClient jdbc, JdbcTemplate batches, AuditLog audit, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.audit = audit;
		this.clock = clock;
	}

	/** Until when the study keeps what is replaced; nothing when it does not. */
	public Optional<LocalDate> keptUntil(Long studyId) {
		return this.jdbc.sql("select keep_until from name_setting where study_id = ? and keep_until >= ?")
			.params(studyId, today())
			.query(LocalDate.class)
			.optional();
	}

	/** Keeps what gives way, if the study says so. */
	@Transactional
	public void keep(Long studyId, Long sessionId, List<Rewording> rewordings) {
		List<Object[]> rows = rewordings.stream()
			.flatMap((rewording) -> rewording.changes()
				.stream()
				.map((change) -> new Object[] { studyId, sessionId, rewording.before().key(),
						change.gone(rewording.before().text()), change.words(), Timestamp.from(this.clock.instant()) }))
			.toList();
		if (!rows.isEmpty() && isKeeping(studyId)) {
			this.batches.batchUpdate("""
					insert into replaced_words (study_id, session_id, source, words, cover, replaced_at)
					values (?, ?, ?, ?, ?, ?)""", rows);
		}
	}

	/** For those to whom the session is open, and for nobody else. */
	List<ReplacedRow> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select words, cover, count(*) as times from replaced_words where study_id = ? and session_id = ?
				group by words, cover order by cover, words limit ?""")
			.params(studyId, sessionId, MOST_SHOWN)
			.query(ReplacedRow.class)
			.list();
	}

	@Transactional
	public void keepUntil(Long studyId, Long personId, LocalDate day) {
		this.jdbc.sql("""
				insert into name_setting (study_id, keep_until, set_by, set_at) values (?, ?, ?, ?)
				on conflict (study_id) do update
				set keep_until = excluded.keep_until, set_by = excluded.set_by, set_at = excluded.set_at""")
			.params(studyId, day, personId, Timestamp.from(this.clock.instant()))
			.update();
		this.audit.record(studyId, "names.kept-until", studyId, day.toString());
	}

	/** Keeps nothing any more, and deletes what was kept up to this moment. */
	@Transactional
	public void forget(Long studyId) {
		this.jdbc.sql("delete from name_setting where study_id = ?").param(studyId).update();
		int words = this.jdbc.sql("delete from replaced_words where study_id = ?").param(studyId).update();
		this.audit.record(studyId, "names.forgotten", studyId);
		log.info("Deleted {} replaced words of study {}", words, studyId);
	}

	/** Forgets what is due. */
	@Transactional
	public void forgetDue() {
		this.jdbc.sql("select study_id from name_setting where keep_until < ? order by 1 for update skip locked")
			.param(today())
			.query(Long.class)
			.list()
			.forEach(this::forget);
	}

	/** Whoever ends it waits until what is kept now is there to be deleted. */
	private boolean isKeeping(Long studyId) {
		return this.jdbc.sql("select 1 from name_setting where study_id = ? and keep_until >= ? for share")
			.params(studyId, today())
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	/** The same words with the same stand-in. */
	record ReplacedRow(String words, String cover, long times) {
	}

}
