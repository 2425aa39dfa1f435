package org.projectthrive.session.notes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was noted in the demo's six sessions. */
@Component
@Order(60)
class NotesDemo implements DemoPart {

	private static final String NOTE_TAKER = "second.facilitator@thrive.example";

	private final NoteRepository notes;

	private final AuditLog audit;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	NotesDemo(NoteRepository notes, AuditLog audit, JdbcClient jdbc, EntityManager entities) {
		this.notes = notes;
		this.audit = audit;
		this.jdbc = jdbc;
		this.entities = entities;
	}

	@Override
	public void load(DemoStudy demo) {
		this.entities.flush();
		demo.actAs(NOTE_TAKER);
		for (String file : DemoStudy.SESSIONS) {
			load(demo, demo.yaml("sessions/" + file + ".yaml", new TypeReference<SessionFile>() {
			}));
		}
		demo.actAs(DemoMode.LEAD);
	}

	private void load(DemoStudy demo, SessionFile file) {
		Long sessionId = demo.id("session:" + file.number());
		Instant start = this.jdbc.sql("select started_at from focus_group_session where id = ?")
			.param(sessionId)
			.query(Instant.class)
			.single();
		int index = 0;
		for (NoteEntry entry : file.notes()) {
			index++;
			Instant at = start.plusSeconds(entry.seconds());
			NoteDraft draft = draft(demo, file.number(), sessionId, entry, at);
			Receipt receipt = this.notes.create(draft).orElseThrow();
			date(draft, at);
			this.audit.record(demo.studyId(), "note.saved", receipt.id());
			demo.put("note:" + file.number() + ":" + index, receipt.id());
		}
		openUnscripted(sessionId);
	}

	/**
	 * A question that nobody had planned was opened when the first note was taken to it.
	 */
	private void openUnscripted(Long sessionId) {
		this.jdbc.sql("""
				update unscripted_question u set opened_at = first.at - interval '10 seconds'
				from (select unscripted_question_id as question, min(created_at) as at from note group by 1) first
				where first.question = u.id and u.session_id = ?""").param(sessionId).update();
	}

	private static NoteDraft draft(DemoStudy demo, int number, Long sessionId, NoteEntry entry, Instant at) {
		boolean scripted = demo.has("question:" + entry.part());
		return new NoteDraft(Uuid7.at(at), demo.studyId(), sessionId, demo.id("person:" + NOTE_TAKER),
				scripted ? demo.id("question:" + entry.part()) : null,
				scripted ? null : demo.id("unscripted:" + number + ":" + entry.part()), null, entry.kind(),
				entry.speaker(), entry.text(), 0, null, null);
	}

	/** A note bears the time at which it was typed, here long ago. */
	private void date(NoteDraft draft, Instant at) {
		this.jdbc.sql("""
				with dated as (update note set created_at = :at, changed_at = :at where id = :id)
				update note_revision set saved_at = :at where note_id = :id""")
			.param("at", Timestamp.from(at))
			.param("id", draft.id())
			.update();
	}

	record SessionFile(int number, List<NoteEntry> notes) {
	}

	record NoteEntry(String at, String part, NoteKind kind, @Nullable String speaker, String text) {

		int seconds() {
			String[] parts = this.at.split(":", -1);
			return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
		}

	}

}
