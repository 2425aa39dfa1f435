package org.projectthrive.session.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.marks.WordsUse;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Live notes and every text that was ever sent for one. A note and its revision are
 * written in one statement.
 */
@Repository
class NoteRepository {

	private static final String COLUMNS = """
			id, study_id, question_id, unscripted_question_id, kind, speaker, text, author_id, version, seq""";

	private final JdbcClient jdbc;

	/** Whether a note is used, in SQL. */
	private final String used;

	NoteRepository(JdbcClient jdbc, List<WordsUse> uses) {
		this.jdbc = jdbc;
		this.used = uses.stream().map(WordsUse::ofNote).collect(Collectors.joining(" or ", "(false or ", ")"));
	}

	/** What the session makes of a draft; nothing when the study has no such session. */
	Optional<Fit> fit(NoteDraft draft) {
		return statement("""
				select %s as open,
				    exists (select from guide_question q
				        where q.id = cast(:question as bigint) and q.guide_id = s.guide_id)
				    or u.id is not null as asked, u.id as unscripted,
				    cast(:speaker as text) is null or exists (select from session_participant sp
				        join participant p on p.id = sp.participant_id
				        where sp.session_id = s.id and p.code = :speaker) as present
				from focus_group_session s left join unscripted_question u
				    on u.session_id = s.id and u.id = coalesce(cast(:unscripted as bigint), (
				        select name.unscripted_question_id from unscripted_question_name name
				        where name.id = cast(:key as uuid) and name.session_id = s.id))
				where s.study_id = :study and s.id = :session""".formatted(LiveSessions.OPEN), draft).query(Fit.class)
			.optional();
	}

	/**
	 * Makes the note, unless there is or was one with that id: then nothing happens. It
	 * bears the time at which it was written, within that of its session.
	 */
	Optional<Receipt> create(NoteDraft draft) {
		return statement(
				"""
						with created as (
						    insert into note (id, study_id, session_id, question_id, unscripted_question_id, kind, speaker, text,
						        author_id, version, client_seq, created_at, changed_at)
						    select :id, s.study_id, s.id, cast(:question as bigint), cast(:unscripted as bigint), :kind,
						        cast(:speaker as text), :text, :person, 1, cast(:clientSeq as bigint),
						        to_timestamp(least(extract(epoch from now()), greatest(
						            extract(epoch from coalesce(s.started_at, now())),
						            coalesce(cast(:written as bigint) / 1000.0, extract(epoch from now()))))), now()
						    from focus_group_session s where s.study_id = :study and s.id = :session
						        and not exists (select from note where id = :id)
						    on conflict (id) do nothing
						    returning *),
						revision as (
						    insert into note_revision (note_id, study_id, version, accepted, kind, speaker, text, person_id, saved_at)
						    select id, study_id, version, true, kind, speaker, text, author_id, changed_at from created)
						select id, version, seq from created""",
				draft)
			.query(Receipt.class)
			.optional();
	}

	/** A note, locked: whoever else wants to change it waits. */
	Optional<Note> lock(Long studyId, Long sessionId, UUID id) {
		return this.jdbc
			.sql("select " + COLUMNS + " from note where study_id = ? and session_id = ? and id = ? for update")
			.params(studyId, sessionId, id)
			.query(Note.class)
			.optional();
	}

	/** Takes a locked note away; what it said stays in its revisions. */
	Receipt delete(Note note, Long personId) {
		return this.jdbc.sql("""
				with deleted as (delete from note where id = ? returning *)
				insert into note_deletion (note_id, study_id, session_id, version, seq, deleted_by, deleted_at)
				select id, study_id, session_id, version, seq, ?, now() from deleted
				returning note_id as id, version, seq""").params(note.id(), personId).query(Receipt.class).single();
	}

	/** What its author took back. */
	Optional<Receipt> deleted(Long studyId, Long sessionId, UUID id) {
		return this.jdbc.sql("""
				select note_id as id, version, seq from note_deletion
				where study_id = ? and session_id = ? and note_id = ?""")
			.params(studyId, sessionId, id)
			.query(Receipt.class)
			.optional();
	}

	/** Gives a locked note its next version, and says whether somebody uses its words. */
	Changed change(NoteDraft draft) {
		return statement(
				"""
						with changed as (
						    update note set question_id = :question, unscripted_question_id = :unscripted, kind = :kind,
						        speaker = :speaker, text = :text, version = version + 1, changed_at = now()
						    where study_id = :study and id = :id
						    returning *),
						revision as (
						    insert into note_revision (note_id, study_id, version, accepted, kind, speaker, text, person_id, saved_at)
						    select id, study_id, version, true, kind, speaker, text, :person, changed_at from changed)
						select id, version, seq, %s as used from changed"""
					.formatted(this.used),
				draft)
			.query(Changed.class)
			.single();
	}

	/**
	 * Keeps a text that is not accepted beside the locked note's accepted ones, once
	 * however often it is sent.
	 * @return whether it was accepted earlier, so that this is only a late repetition
	 */
	boolean keepRefused(NoteDraft draft) {
		return statement(
				"""
						with earlier as (
						    select accepted from note_revision
						    where note_id = :id and person_id = :person and version = :base + 1 and kind = :kind
						        and speaker is not distinct from cast(:speaker as text) and text = :text),
						refused as (
						    insert into note_revision (note_id, study_id, version, accepted, kind, speaker, text, person_id, saved_at)
						    select :id, :study, :base + 1, false, :kind, :speaker, :text, :person, now()
						    where not exists (select from earlier))
						select coalesce(bool_or(accepted), false) from earlier""",
				draft)
			.query(Boolean.class)
			.single();
	}

	Optional<Note> find(Long studyId, Long sessionId, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from note where study_id = ? and session_id = ? and id = ?")
			.params(studyId, sessionId, id)
			.query(Note.class)
			.optional();
	}

	/** The notes of a session in the order in which they were first saved. */
	List<NoteLine> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select n.id, n.question_id, n.unscripted_question_id, n.kind, n.speaker, n.text, n.author_id,
				    person.name as author, n.version, n.seq, n.created_at
				from note n join person on person.id = n.author_id
				where n.study_id = ? and n.session_id = ? order by n.seq limit 2000""")
			.params(studyId, sessionId)
			.query(NoteLine.class)
			.list();
	}

	private StatementSpec statement(String sql, NoteDraft draft) {
		return this.jdbc.sql(sql)
			.param("id", draft.id())
			.param("study", draft.studyId())
			.param("session", draft.sessionId())
			.param("person", draft.personId())
			.param("question", draft.questionId())
			.param("unscripted", draft.unscriptedQuestionId())
			.param("key", draft.unscriptedKey())
			.param("written", draft.writtenAt())
			.param("clientSeq", draft.clientSeq())
			.param("kind", draft.kind().name())
			.param("speaker", draft.speaker())
			.param("text", draft.text())
			.param("base", draft.baseVersion());
	}

	/**
	 * How a draft fits its session.
	 *
	 * @param open whether the session runs, or ended so lately that a waiting note may
	 * still arrive
	 * @param asked whether its question was asked there
	 * @param unscripted the unscripted question that it is under
	 * @param present whether its speaker belongs there
	 */
	record Fit(boolean open, boolean asked, @Nullable Long unscripted, boolean present) {
	}

	/** A note's next version. */
	record Changed(UUID id, int version, long seq, boolean used) {

		Receipt receipt() {
			return new Receipt(this.id, this.version, this.seq);
		}

	}

	/** A note as a page shows it. */
	record NoteLine(UUID id, @Nullable Long questionId, @Nullable Long unscriptedQuestionId, NoteKind kind,
			@Nullable String speaker, String text, Long authorId, String author, int version, long seq,
			Instant createdAt) {

		/** Names the question as {@link Topic#key()} does. */
		public String topic() {
			return Topic.key(this.questionId, this.unscriptedQuestionId);
		}

	}

}
