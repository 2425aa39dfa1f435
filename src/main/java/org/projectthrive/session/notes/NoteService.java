package org.projectthrive.session.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
import org.projectthrive.session.notes.NoteRepository.Fit;
import org.projectthrive.session.notes.NoteRepository.NoteLine;
import org.projectthrive.session.marks.TypedWords.Typed;
import org.projectthrive.study.Membership;
import org.projectthrive.session.marks.TypedWords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps live notes so that none is lost, doubled or silently overwritten: a save may be
 * repeated without harm, a text that cannot be accepted is stored as a refused revision,
 * and only its author changes a note.
 */
@Service
@Transactional(readOnly = true)
class NoteService {

	private final NoteRepository notes;

	private final Sessions sessions;

	private final TypedWords words;

	private final AuditLog audit;

	NoteService(NoteRepository notes, Sessions sessions, TypedWords words, AuditLog audit) {
		this.notes = notes;
		this.sessions = sessions;
		this.words = words;
		this.audit = audit;
	}

	/**
	 * Stores a note or its next version, without names, and says what became of it.
	 */
	@Transactional
	NoteAnswer save(Membership me, NoteDraft typed) {
		requireOpen(me, typed.sessionId());
		Typed words = this.words.typed(typed.studyId(), typed.sessionId(), NoteTexts.SOURCE + ":" + typed.id(),
				typed.text());
		NoteAnswer answer = save(typed.saying(words.text()), words);
		if (answer instanceof Saved) {
			words.keepReplaced();
		}
		return answer;
	}

	Note get(Membership me, Long sessionId, UUID id) {
		requireOpen(me, sessionId);
		return this.notes.find(me.study().id(), sessionId, id).orElseThrow(() -> new NotFound("note " + id));
	}

	List<NoteLine> ofSession(Long studyId, Long sessionId) {
		return this.notes.ofSession(studyId, sessionId);
	}

	/**
	 * A session is run by the lead and its own facilitators; for anybody else it is not
	 * there.
	 */
	void requireOpen(Membership me, Long sessionId) {
		if (!this.sessions.isOpenTo(me, sessionId)) {
			throw new NotFound("session " + sessionId);
		}
	}

	/**
	 * The same words again change nothing, also when more names have become known since.
	 */
	private NoteAnswer save(NoteDraft draft, Typed words) {
		Fit fit = this.notes.fit(draft).orElseThrow(() -> new NotFound("session " + draft.sessionId()));
		Optional<Invalid> flaw = flaw(draft, fit);
		if (flaw.isPresent()) {
			return flaw.get();
		}
		Optional<Receipt> created = (draft.isNew() && fit.open()) ? this.notes.create(draft) : Optional.empty();
		if (created.isPresent()) {
			this.audit.record(draft.studyId(), "note.saved", draft.id());
			return new Saved(created.get(), true);
		}
		Note current = this.notes.lock(draft).orElseThrow(() -> missing(draft, fit));
		boolean same = current.says(draft) || current.saying(words.covered(current.text())).says(draft);
		return same ? new Saved(current.receipt(), false) : change(current, draft, fit);
	}

	private NoteAnswer change(Note current, NoteDraft draft, Fit fit) {
		if (!fit.open()) {
			throw new RuleViolation("note.closed");
		}
		if (current.isBy(draft.personId()) && current.isBaseOf(draft)) {
			Receipt receipt = this.notes.change(draft);
			this.audit.record(draft.studyId(), "note.changed", draft.id());
			return new Saved(receipt, false);
		}
		if (this.notes.keepRefused(draft)) {
			return new Saved(new Receipt(current.id(), draft.baseVersion() + 1, current.seq()), false);
		}
		return new Refused(current, draft, current.isBy(draft.personId()) ? "note.stale" : "note.notYours");
	}

	private static Optional<Invalid> flaw(NoteDraft draft, Fit fit) {
		if (draft.flaw().isPresent()) {
			return draft.flaw();
		}
		if (!fit.asked()) {
			return Optional.of(new Invalid("questionId", "note.question.foreign"));
		}
		return fit.present() ? Optional.empty() : Optional.of(new Invalid("speaker", "note.speaker.foreign"));
	}

	private static RuntimeException missing(NoteDraft draft, Fit fit) {
		return (draft.isNew() && !fit.open()) ? new RuleViolation("note.closed") : new NotFound("note " + draft.id());
	}

}
