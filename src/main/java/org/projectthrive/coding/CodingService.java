package org.projectthrive.coding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions;
import org.projectthrive.study.Membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives themes to words and takes them away again; each analyst's codings are a layer of
 * their own.
 */
@Service
public class CodingService {

	/**
	 * How far back undo reaches: about one sitting, so that it never eats into last
	 * week's work.
	 */
	private static final Duration SITTING = Duration.ofHours(12);

	private final Sessions sessions;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	CodingService(Sessions sessions, JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Codes words with one or more themes; what the analyst has coded already stays as it
	 * is.
	 */
	@Transactional
	public void code(Membership analyst, Long sessionId, CodeForm form) {
		Long studyId = analyst.study().id();
		Set<Long> themes = form.themes();
		Span span = form.spanIn(text(studyId, sessionId, form));
		requireInUse(studyId, themes);
		int added = this.jdbc
			.sql("""
					insert into coding (study_id, session_id, turn_id, note_id, theme_id, analyst_id, start_at, end_at, coded_at)
					select :study, :session, cast(:turn as bigint), cast(:note as uuid), id, :analyst, :start, :end,
					       cast(:at as timestamptz)
					from theme where study_id = :study and id in (:themes)
					on conflict on constraint coding_once_per_analyst do nothing""")
			.param("study", studyId)
			.param("session", sessionId)
			.param("turn", form.turnId())
			.param("note", form.noteId())
			.param("analyst", analyst.personId())
			.param("start", span.start())
			.param("end", span.end())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("themes", themes)
			.update();
		if (added > 0) {
			this.audit.record(studyId, "words.coded", sessionId);
		}
	}

	/** A coding of the study. */
	@Transactional(readOnly = true)
	Coding get(Long studyId, Long codingId) {
		return this.jdbc
			.sql("""
					select c.id, c.session_id, c.turn_id, c.note_id, note.kind as note_kind, c.theme_id, t.name as theme, t.colour, c.analyst_id,
					       p.name as analyst, c.memo, c.starred,
					       substring(coalesce(turn.text, note.text) from c.start_at + 1 for c.end_at - c.start_at) as words
					from coding c join theme t on t.id = c.theme_id join person p on p.id = c.analyst_id
					left join turn on turn.id = c.turn_id left join note on note.id = c.note_id
					where c.study_id = ? and c.id = ?""")
			.params(studyId, codingId)
			.query(Coding.class)
			.optional()
			.orElseThrow(() -> new NotFound("coding " + codingId));
	}

	@Transactional
	Coding remove(Membership analyst, Long codingId) {
		Coding coding = own(analyst, codingId);
		this.jdbc.sql("delete from coding where id = ?").param(codingId).update();
		this.audit.record(analyst.study().id(), "coding.removed", codingId);
		return coding;
	}

	/**
	 * Takes back what the analyst coded last in a session.
	 * @return where that was
	 */
	@Transactional
	public Coding undo(Membership analyst, Long sessionId) {
		Long studyId = analyst.study().id();
		this.sessions.get(studyId, sessionId);
		Instant since = this.clock.instant().minus(SITTING);
		Long lastId = this.jdbc.sql("""
				select id from coding where study_id = ? and session_id = ? and analyst_id = ? and coded_at > ?
				order by coded_at desc, id desc limit 1""")
			.params(studyId, sessionId, analyst.personId(), Timestamp.from(since))
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new RuleViolation("coding.undo.none"));
		Coding last = get(studyId, lastId);
		this.jdbc.sql("""
				delete from coding where study_id = ? and session_id = ? and analyst_id = ?
				and coded_at = (select coded_at from coding where id = ?)""")
			.params(studyId, sessionId, analyst.personId(), lastId)
			.update();
		this.audit.record(studyId, "coding.removed", lastId);
		return last;
	}

	@Transactional
	Coding annotate(Membership analyst, Long codingId, String memo) {
		Coding coding = own(analyst, codingId);
		this.jdbc.sql("update coding set memo = ? where id = ?").params(memo.strip(), codingId).update();
		this.audit.record(analyst.study().id(), "coding.annotated", codingId);
		return coding;
	}

	@Transactional
	Coding star(Membership analyst, Long codingId, boolean starred) {
		Coding coding = own(analyst, codingId);
		this.jdbc.sql("update coding set starred = ? where id = ?").params(starred, codingId).update();
		this.audit.record(analyst.study().id(), starred ? "coding.starred" : "coding.unstarred", codingId);
		return coding;
	}

	private Coding own(Membership analyst, Long codingId) {
		Coding coding = get(analyst.study().id(), codingId);
		if (!coding.isBy(analyst.personId())) {
			throw new RuleViolation("coding.own");
		}
		return coding;
	}

	/**
	 * Locked, so that nobody corrects the text between the look at it and the coding of
	 * it.
	 */
	private String text(Long studyId, Long sessionId, CodeForm form) {
		if (!form.namesOneSource()) {
			throw new RuleViolation("coding.source.missing");
		}
		String table = (form.turnId() != null) ? "turn" : "note";
		return this.jdbc
			.sql("select text from " + table + " where study_id = ? and session_id = ? and id = ? for share")
			.param(studyId)
			.param(sessionId)
			.param((form.turnId() != null) ? form.turnId() : form.noteId())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NotFound(table + " of session " + sessionId));
	}

	private void requireInUse(Long studyId, Set<Long> themes) {
		List<Boolean> retired = this.jdbc
			.sql("select retired_at is not null from theme where study_id = :study and id in (:themes)")
			.param("study", studyId)
			.param("themes", themes)
			.query(Boolean.class)
			.list();
		if (retired.size() < themes.size()) {
			throw new NotFound("theme of study " + studyId);
		}
		if (retired.contains(true)) {
			throw new RuleViolation("theme.retired");
		}
	}

	/** A coding by itself. */
	public record Coding(Long id, Long sessionId, @Nullable Long turnId, @Nullable UUID noteId,
			@Nullable String noteKind, Long themeId, String theme, int colour, Long analystId, String analyst,
			String memo, boolean starred, String words) {

		public boolean isBy(Long personId) {
			return this.analystId.equals(personId);
		}

		/** Words as they were spoken. */
		public boolean isSaid() {
			return Sessions.isSaid(this.noteKind);
		}

		/** Where its words stand on the page of the session. */
		public String sourceRef() {
			return (this.turnId != null) ? "turn-" + this.turnId : "note-" + this.noteId;
		}

	}

}
