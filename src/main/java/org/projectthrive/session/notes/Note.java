package org.projectthrive.session.notes;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A live note as it is stored. */
record Note(UUID id, Long studyId, @Nullable Long questionId, @Nullable Long unscriptedQuestionId, NoteKind kind,
		@Nullable String speaker, String text, Long authorId, int version, long seq) {

	/**
	 * Whether the draft would change nothing: it was sent before, and the answer got
	 * lost.
	 */
	boolean says(NoteDraft draft) {
		return this.kind == draft.kind() && this.text.equals(draft.text())
				&& Objects.equals(this.speaker, draft.speaker()) && Objects.equals(this.questionId, draft.questionId())
				&& Objects.equals(this.unscriptedQuestionId, draft.unscriptedQuestionId());
	}

	/** The same with another text. */
	Note saying(String words) {
		return new Note(this.id, this.studyId, this.questionId, this.unscriptedQuestionId, this.kind, this.speaker,
				words, this.authorId, this.version, this.seq);
	}

	boolean isBy(Long personId) {
		return this.authorId.equals(personId);
	}

	/** Whether the draft starts from the newest text. */
	boolean isBaseOf(NoteDraft draft) {
		return this.version == draft.baseVersion();
	}

	Receipt receipt() {
		return new Receipt(this.id, this.version, this.seq);
	}

}
