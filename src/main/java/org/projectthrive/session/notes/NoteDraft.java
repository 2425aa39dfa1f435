package org.projectthrive.session.notes;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.TypedLength;
import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.study.Membership;

/**
 * A note as it was sent, maybe not for the first time.
 *
 * @param id made where the note was typed
 * @param personId who sent it
 * @param unscriptedKey stands for the unscripted question when the sender does not know
 * its id yet
 * @param baseVersion the version that was changed; 0 when the note is new
 * @param writtenAt when it was written, as its browser says
 */
record NoteDraft(UUID id, Long studyId, Long sessionId, Long personId, @Nullable Long questionId,
		@Nullable Long unscriptedQuestionId, @Nullable UUID unscriptedKey, NoteKind kind, @Nullable String speaker,
		String text, int baseVersion, @Nullable Long writtenAt, @Nullable Long clientSeq) {

	private static final int LONGEST = 10_000;

	static NoteDraft of(Membership me, Long sessionId, UUID id, NoteForm form) {
		return new NoteDraft(id, me.study().id(), sessionId, me.personId(), form.questionId(),
				form.unscriptedQuestionId(), form.unscriptedKey(), form.kindOrQuote(), form.speakerOrNull(),
				form.words(), form.base(), form.writtenAt(), form.clientSeq());
	}

	/** The same note under the unscripted question that its key stands for. */
	NoteDraft under(@Nullable Long unscripted) {
		return (this.unscriptedKey == null) ? this
				: new NoteDraft(this.id, this.studyId, this.sessionId, this.personId, this.questionId, unscripted, null,
						this.kind, this.speaker, this.text, this.baseVersion, this.writtenAt, this.clientSeq);
	}

	/** The same with another text. */
	NoteDraft saying(String words) {
		return new NoteDraft(this.id, this.studyId, this.sessionId, this.personId, this.questionId,
				this.unscriptedQuestionId, this.unscriptedKey, this.kind, this.speaker, words, this.baseVersion,
				this.writtenAt, this.clientSeq);
	}

	boolean isNew() {
		return this.baseVersion == 0;
	}

	/** What is wrong with it wherever it belongs. */
	Optional<Invalid> flaw() {
		if (this.text.isEmpty()) {
			return Optional.of(new Invalid("text", "note.text.missing"));
		}
		if (!TypedLength.fits(this.text, LONGEST)) {
			return Optional.of(new Invalid("text", "note.text.long"));
		}
		if (this.text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(this.text)) {
			return Optional.of(new Invalid("text", "note.text.unreadable"));
		}
		long questions = Stream.of(this.questionId, this.unscriptedQuestionId, this.unscriptedKey)
			.filter(Objects::nonNull)
			.count();
		return (questions != 1) ? Optional.of(new Invalid("questionId", "note.question.one")) : Optional.empty();
	}

}
