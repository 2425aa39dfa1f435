package org.projectthrive.session.notes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.study.Membership;

/**
 * A note as it was sent, maybe not for the first time.
 *
 * @param id made where the note was typed
 * @param personId who sent it
 * @param baseVersion the version that was changed; 0 when the note is new
 */
record NoteDraft(UUID id, Long studyId, Long sessionId, Long personId, @Nullable Long questionId,
		@Nullable Long unscriptedQuestionId, NoteKind kind, @Nullable String speaker, String text, int baseVersion) {

	private static final int LONGEST = 10_000;

	static NoteDraft of(Membership me, Long sessionId, UUID id, NoteForm form) {
		return new NoteDraft(id, me.study().id(), sessionId, me.personId(), form.questionId(),
				form.unscriptedQuestionId(), form.kindOrQuote(), form.speakerOrNull(), form.words(), form.base());
	}

	/** The same with another text. */
	NoteDraft saying(String words) {
		return new NoteDraft(this.id, this.studyId, this.sessionId, this.personId, this.questionId,
				this.unscriptedQuestionId, this.kind, this.speaker, words, this.baseVersion);
	}

	boolean isNew() {
		return this.baseVersion == 0;
	}

	/** What is wrong with it wherever it belongs. */
	Optional<Invalid> flaw() {
		if (this.text.isEmpty()) {
			return Optional.of(new Invalid("text", "note.text.missing"));
		}
		if (this.text.codePointCount(0, this.text.length()) > LONGEST) {
			return Optional.of(new Invalid("text", "note.text.long"));
		}
		if (this.text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(this.text)) {
			return Optional.of(new Invalid("text", "note.text.unreadable"));
		}
		return ((this.questionId == null) == (this.unscriptedQuestionId == null))
				? Optional.of(new Invalid("questionId", "note.question.one")) : Optional.empty();
	}

}
