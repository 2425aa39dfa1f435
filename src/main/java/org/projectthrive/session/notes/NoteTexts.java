package org.projectthrive.session.notes;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.projectthrive.session.marks.NameCopies;
import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.NamedTexts;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.TextColumn;
import org.projectthrive.session.marks.WordSource;

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

	/** Of notes that were deleted, too, and texts that were refused. */
	private static final TextColumn REVISIONS = TextColumn.ofSession("note_revision", "id", "text", Integer.MAX_VALUE,
			"""
					(note_id in (select id from note where session_id = :session)
					or note_id in (select note_id from note_deletion where session_id = :session))""");

	private final JdbcClient jdbc;

	NoteTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
		this.jdbc.sql("select id, text from note_revision where study_id = ? and note_id = ?")
			.params(studyId, id)
			.query(Revision.class)
			.list()
			.forEach((revision) -> rewrite(revision, rewording));
		return true;
	}

	@Override
	public int cover(Long studyId, Long sessionId, UnaryOperator<String> covering) {
		return REVISIONS.cover(this.jdbc, studyId, sessionId, covering);
	}

	private void rewrite(Revision revision, Rewording rewording) {
		String text = revision.text().equals(rewording.before().text()) ? rewording.after()
				: rewording.others(revision.text());
		if (!text.equals(revision.text())) {
			this.jdbc.sql("update note_revision set text = ? where id = ?").params(text, revision.id()).update();
		}
	}

	record Revision(Long id, String text) {
	}

}
