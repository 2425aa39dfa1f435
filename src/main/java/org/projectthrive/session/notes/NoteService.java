package org.projectthrive.session.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.platform.live.Signals;
import org.projectthrive.session.SessionSubject;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.marks.NamesAtHand;
import org.projectthrive.session.marks.TypedWords;
import org.projectthrive.session.marks.TypedWords.Typed;
import org.projectthrive.session.marks.WordSource;
import org.projectthrive.session.marks.WordsChanged;
import org.projectthrive.session.notes.NoteAnswer.Gone;
import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
import org.projectthrive.session.notes.NoteRepository.Changed;
import org.projectthrive.session.notes.NoteRepository.Fit;
import org.projectthrive.session.notes.NoteRepository.NoteLine;
import org.projectthrive.study.Membership;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
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

	private final LiveSessions live;

	private final TypedWords words;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Signals signals;

	NoteService(NoteRepository notes, Sessions sessions, LiveSessions live, TypedWords words,
			ApplicationEventPublisher events, AuditLog audit, Signals signals) {
		this.notes = notes;
		this.sessions = sessions;
		this.live = live;
		this.words = words;
		this.events = events;
		this.audit = audit;
		this.signals = signals;
	}

	/**
	 * Stores a note or its next version, without names, and says what became of it.
	 */
	@Transactional
	NoteAnswer save(Membership me, NoteDraft typed) {
		this.sessions.openTo(me, typed.sessionId());
		return store(typed, this.words.typed(typed.studyId(), typed.sessionId(), key(typed), typed.text()));
	}

	/** The same for one of several notes. */
	@Transactional
	NoteAnswer save(Membership me, NoteDraft typed, NamesAtHand names) {
		this.sessions.openTo(me, typed.sessionId());
		return store(typed, this.words.typed(typed.studyId(), typed.sessionId(), key(typed), typed.text(), names));
	}

	/**
	 * Takes a note back for its author, who has seen its newest text; once more does
	 * nothing.
	 */
	@Transactional
	Receipt delete(Membership me, Long sessionId, UUID id, int version) {
		this.sessions.openTo(me, sessionId);
		Long studyId = me.study().id();
		Optional<Note> found = this.notes.lock(studyId, sessionId, id);
		if (found.isEmpty()) {
			return this.notes.deleted(studyId, sessionId, id).orElseThrow(() -> new NotFound("note " + id));
		}
		Note note = found.get();
		if (!this.live.get(studyId, sessionId).open()) {
			throw new RuleViolation("note.closed");
		}
		if (!note.isBy(me.personId())) {
			throw new RuleViolation("note.delete.notYours");
		}
		if (note.version() != version) {
			throw new RuleViolation("note.delete.stale");
		}
		return delete(studyId, sessionId, note, me.personId());
	}

	Note get(Membership me, Long sessionId, UUID id) {
		this.sessions.openTo(me, sessionId);
		return this.notes.find(me.study().id(), sessionId, id).orElseThrow(() -> new NotFound("note " + id));
	}

	List<NoteLine> ofSession(Long studyId, Long sessionId) {
		return this.notes.ofSession(studyId, sessionId);
	}

	private NoteAnswer store(NoteDraft typed, Typed words) {
		NoteAnswer answer = save(typed.saying(words.text()), words);
		if (answer instanceof Saved) {
			words.keepReplaced();
		}
		return answer;
	}

	/**
	 * The same words again change nothing, also when more names have become known since.
	 */
	private NoteAnswer save(NoteDraft sent, Typed words) {
		Fit fit = this.notes.fit(sent).orElseThrow(() -> new NotFound("session " + sent.sessionId()));
		Optional<Invalid> flaw = flaw(sent, fit);
		if (flaw.isPresent()) {
			return flaw.get();
		}
		NoteDraft draft = sent.under(fit.unscripted());
		Optional<Receipt> created = (draft.isNew() && fit.open()) ? this.notes.create(draft) : Optional.empty();
		if (created.isPresent()) {
			record(draft, "note.saved");
			return new Saved(created.get(), true);
		}
		Optional<Note> found = this.notes.lock(draft.studyId(), draft.sessionId(), draft.id());
		if (found.isEmpty()) {
			return gone(draft, fit);
		}
		Note current = found.get();
		boolean same = current.says(draft) || current.saying(words.covered(current.text())).says(draft);
		return same ? new Saved(current.receipt(), false) : change(current, draft, fit);
	}

	private NoteAnswer change(Note current, NoteDraft draft, Fit fit) {
		if (!fit.open()) {
			throw new RuleViolation("note.closed");
		}
		if (current.isBy(draft.personId()) && current.isBaseOf(draft)) {
			Changed changed = this.notes.change(draft);
			if (changed.used()) {
				tell(current, draft);
			}
			record(draft, "note.changed");
			return new Saved(changed.receipt(), false);
		}
		if (this.notes.keepRefused(draft)) {
			return new Saved(new Receipt(current.id(), draft.baseVersion() + 1, current.seq()), false);
		}
		return new Refused(current, draft, current.isBy(draft.personId()) ? "note.stale" : "note.notYours");
	}

	/** Whoever has coded or quoted the note follows its words. */
	private void tell(Note current, NoteDraft draft) {
		if (!current.text().equals(draft.text())) {
			this.events.publishEvent(WordsChanged.written(draft.studyId(), WordSource.note(current.id()),
					current.text(), draft.text(), false));
		}
	}

	/** What is sent for a deleted note is kept, and the note stays deleted. */
	private NoteAnswer gone(NoteDraft draft, Fit fit) {
		if (this.notes.deleted(draft.studyId(), draft.sessionId(), draft.id()).isEmpty()) {
			throw missing(draft, fit);
		}
		this.notes.keepRefused(draft);
		return new Gone();
	}

	private Receipt delete(Long studyId, Long sessionId, Note note, Long personId) {
		try {
			Receipt receipt = this.notes.delete(note, personId);
			this.audit.record(studyId, "note.deleted", note.id());
			this.signals.changed(SessionSubject.NAME, studyId, sessionId);
			return receipt;
		}
		catch (DataIntegrityViolationException ex) { // analysts work with it already
			throw new RuleViolation("note.delete.used");
		}
	}

	private void record(NoteDraft draft, String action) {
		this.audit.record(draft.studyId(), action, draft.id());
		this.signals.changed(SessionSubject.NAME, draft.studyId(), draft.sessionId());
	}

	private static String key(NoteDraft draft) {
		return NoteTexts.SOURCE + ":" + draft.id();
	}

	private static Optional<Invalid> flaw(NoteDraft draft, Fit fit) {
		if (draft.flaw().isPresent()) {
			return draft.flaw();
		}
		if (!fit.asked()) {
			return Optional.of(new Invalid((draft.unscriptedKey() != null) ? "unscriptedKey" : "questionId",
					"note.question.foreign"));
		}
		return fit.present() ? Optional.empty() : Optional.of(new Invalid("speaker", "note.speaker.foreign"));
	}

	private static RuntimeException missing(NoteDraft draft, Fit fit) {
		return (draft.isNew() && !fit.open()) ? new RuleViolation("note.closed") : new NotFound("note " + draft.id());
	}

}
