package org.projectthrive.session.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.session.marks.NameCopies;
import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.NamedTexts;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordSource;
import org.projectthrive.session.marks.WordsForgotten;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notes of a session, as texts in which somebody may be named. Who is taken out of a
 * note is taken out of its earlier versions too.
 */
@Component
@Order(20)
class NoteTexts implements NamedTexts, NameCopies {

	static final String SOURCE = WordSource.NOTE;

	private static final String EARLIER = "note-revision";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	NoteTexts(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	@Override
	public boolean keeps(String source) {
		return SOURCE.equals(source);
	}

	@Override
	public List<NamedText> ofSession(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select id, coalesce(speaker, '') as speaker, text from note
				where study_id = ? and session_id = ? order by seq limit 2000""")
			.params(studyId, sessionId)
			.query((row, number) -> new NamedText(SOURCE + ":" + row.getString("id"),
					("Note " + (number + 1) + " " + row.getString("speaker")).strip(),
					"/notes#note-" + row.getString("id"), row.getString("text")))
			.list();
	}

	@Override
	public boolean replace(Long studyId, Long sessionId, Rewording rewording) {
		UUID id = UUID.fromString(rewording.before().id());
		if (this.jdbc
			.sql("""
					with changed as (
					    update note set text = :after, version = version + 1, changed_at = now()
					    where study_id = :study and session_id = :session and id = :id and text = :before
					    returning *)
					insert into note_revision (note_id, study_id, version, accepted, kind, speaker, text, person_id, saved_at)
					select id, study_id, version, true, kind, speaker, text, author_id, changed_at from changed""")
			.param("study", studyId)
			.param("session", sessionId)
			.param("id", id)
			.param("before", rewording.before().text())
			.param("after", rewording.after())
			.update() == 0) {
			return false;
		}
		this.jdbc
			.sql("select id, note_id, version, accepted, text from note_revision where study_id = ? and note_id = ?")
			.params(studyId, id)
			.query(Revision.class)
			.list()
			.forEach((revision) -> rewrite(studyId, revision, revision.asIn(rewording)));
		return true;
	}

	/** Also of notes that were deleted, and texts that were refused. */
	@Override
	public int cover(Long studyId, Long sessionId, Covering covering) {
		List<Revision> revisions = this.jdbc.sql("""
				select id, note_id, version, accepted, text from note_revision where study_id = :study
				and (note_id in (select id from note where session_id = :session)
				or note_id in (select note_id from note_deletion where session_id = :session)) order by id""")
			.param("study", studyId)
			.param("session", sessionId)
			.query(Revision.class)
			.list();
		int covered = 0;
		for (Revision revision : revisions) {
			Optional<Rewording> rewording = covering.of(revision.named());
			rewording.ifPresent((one) -> rewrite(studyId, revision, one));
			covered += rewording.isPresent() ? 1 : 0;
		}
		return covered;
	}

	/** Whatever else has kept the earlier words covers the same in them. */
	private void rewrite(Long studyId, Revision revision, Rewording rewording) {
		if (rewording.changes().isEmpty()) {
			return;
		}
		this.jdbc.sql("update note_revision set text = ? where id = ?")
			.params(rewording.after(), revision.id())
			.update();
		if (revision.accepted()) {
			this.events.publishEvent(
					WordsForgotten.covered(studyId, WordSource.note(revision.noteId()), revision.version(), rewording));
		}
	}

	/** A text that was sent for a note. */
	record Revision(Long id, UUID noteId, int version, boolean accepted, String text) {

		NamedText named() {
			return new NamedText(EARLIER + ":" + this.id, "", "", this.text);
		}

		Rewording asIn(Rewording current) {
			return this.text.equals(current.before().text()) ? new Rewording(named(), current.changes())
					: current.in(named());
		}

	}

}
