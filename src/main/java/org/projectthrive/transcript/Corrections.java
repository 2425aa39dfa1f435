package org.projectthrive.transcript;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.marks.WordSource;
import org.projectthrive.session.marks.WordsChanged;
import org.projectthrive.session.marks.WordsForgotten;
import org.projectthrive.session.names.SessionNames;
import org.projectthrive.study.Membership;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects the words of a turn and keeps what they were. */
@Service
@Transactional
class Corrections {

	private final SessionNames names;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	Corrections(SessionNames names, JdbcClient jdbc, ApplicationEventPublisher events, AuditLog audit, Clock clock) {
		this.names = names;
		this.jdbc = jdbc;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** A turn by itself. */
	@Transactional(readOnly = true)
	TurnText get(Long studyId, Long sessionId, Long turnId) {
		return this.jdbc
			.sql("""
					select t.id, s.label as speaker, t.starts_ms, t.text, t.version, r.version as transcript_version,
					       coalesce('question:' || t.question_id, 'unscripted:' || t.unscripted_question_id, 'none') as question,
					       b.text as before, a.text as after
					from turn t join speaker s on s.id = t.speaker_id join transcript r on r.id = t.transcript_id
					left join turn b on b.transcript_id = r.id and b.position = t.position - 1
					left join turn a on a.transcript_id = r.id and a.position = t.position + 1
					where t.study_id = ? and t.session_id = ? and t.id = ?""")
			.params(studyId, sessionId, turnId)
			.query(TurnText.class)
			.optional()
			.orElseThrow(() -> new NotFound("turn " + turnId));
	}

	/** What the turn said before, the newest first. */
	@Transactional(readOnly = true)
	List<Revision> history(Long studyId, Long turnId) {
		return this.jdbc.sql("""
				select r.id, r.version, r.text, p.name as corrected_by, r.corrected_at from turn_revision r
				join person p on p.id = r.corrected_by where r.study_id = ? and r.turn_id = ?
				order by r.version desc limit 100""").params(studyId, turnId).query(Revision.class).list();
	}

	/**
	 * Keeps the words, unless they hold a name that is known by now: then nothing
	 * changes.
	 * @return the words without the names, where there are any
	 */
	Optional<String> correct(Membership who, Long sessionId, Long turnId, CorrectionForm form) {
		Long studyId = who.study().id();
		this.names.hold(studyId);
		if (!form.isAsTyped()) {
			String covered = this.names.cover(studyId, sessionId).covered(form.words());
			if (!covered.equals(form.words())) {
				return Optional.of(covered);
			}
		}
		replace(who, sessionId, turnId, form.words(), form.version(), form.isSecret());
		return Optional.empty();
	}

	/** An earlier wording becomes the newest once more. */
	void restore(Membership who, Long sessionId, Long turnId, Long revisionId, int version) {
		this.names.hold(who.study().id());
		Revision revision = revision(who, turnId, revisionId);
		if (revision.text() == null) {
			throw new RuleViolation("turn.revision.forgotten");
		}
		replace(who, sessionId, turnId, revision.text(), version, false);
	}

	/** Nobody can read an earlier wording any more; who corrected it and when stays. */
	void forget(Membership who, Long sessionId, Long turnId, Long revisionId) {
		get(who.study().id(), sessionId, turnId);
		Revision revision = revision(who, turnId, revisionId);
		this.jdbc.sql("update turn_revision set text = null where id = ?").param(revision.id()).update();
		this.events.publishEvent(WordsForgotten.all(who.study().id(), WordSource.turn(turnId)));
		this.audit.record(who.study().id(), "turn.revision.forgotten", turnId);
	}

	/**
	 * Locked, so that whoever codes these words meanwhile sees the old ones or the new.
	 */
	private void replace(Membership who, Long sessionId, Long turnId, String words, int version, boolean secret) {
		Long studyId = who.study().id();
		Stored stored = this.jdbc
			.sql("select text, version from turn where study_id = ? and session_id = ? and id = ? for update")
			.params(studyId, sessionId, turnId)
			.query(Stored.class)
			.optional()
			.orElseThrow(() -> new NotFound("turn " + turnId));
		if (stored.version() != version) {
			throw new OptimisticLockingFailureException("turn " + turnId);
		}
		if (stored.text().equals(words)) {
			return;
		}
		this.jdbc.sql("""
				insert into turn_revision (study_id, turn_id, version, text, corrected_by, corrected_at)
				values (?, ?, ?, ?, ?, ?)""")
			.param(studyId)
			.param(turnId)
			.param(version)
			.param(secret ? null : stored.text())
			.param(who.personId())
			.param(Timestamp.from(this.clock.instant()))
			.update();
		this.jdbc.sql("update turn set text = ?, version = version + 1 where id = ?").params(words, turnId).update();
		this.events.publishEvent(WordsChanged.written(studyId, WordSource.turn(turnId), stored.text(), words, secret));
		this.audit.record(studyId, "turn.corrected", turnId);
	}

	private Revision revision(Membership who, Long turnId, Long revisionId) {
		return history(who.study().id(), turnId).stream()
			.filter((revision) -> revision.id().equals(revisionId))
			.findFirst()
			.orElseThrow(() -> new NotFound("revision " + revisionId));
	}

	private record Stored(String text, int version) {
	}

	/**
	 * A turn between its neighbours.
	 *
	 * @param question it belongs to, as forms have it
	 */
	public record TurnText(Long id, String speaker, @Nullable Integer startsMs, String text, int version,
			int transcriptVersion, String question, @Nullable String before, @Nullable String after) {
	}

	/**
	 * What a turn said until it was corrected.
	 *
	 * @param text null where nobody shall read it any more
	 */
	public record Revision(Long id, int version, @Nullable String text, String correctedBy, Instant correctedAt) {
	}

}
