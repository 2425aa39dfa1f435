package org.projectthrive.session.notes;

import java.util.UUID;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A note as a browser sends it, by a script or by a plain form.
 *
 * @param id the note's id in a plain form; a script names it in the address
 * @param unscriptedKey the id under which the browser opened the unscripted question
 * @param baseVersion the version that was changed; none or 0 for a new note
 * @param writtenAt when it was written, in milliseconds of the server's time as the
 * browser reckons it
 * @param clientSeq counts what the browser has written
 */
record NoteForm(@Nullable UUID id, @Nullable Long questionId, @Nullable Long unscriptedQuestionId,
		@Nullable UUID unscriptedKey, @NotNull @Nullable NoteKind kind, @Nullable String speaker, @Nullable String text,
		@Min(0) @Nullable Integer baseVersion, @Nullable Long writtenAt, @Nullable Long clientSeq) {

	static NoteForm fresh(UUID id, @Nullable Topic topic) {
		return new NoteForm(id, (topic != null) ? topic.questionId() : null,
				(topic != null) ? topic.unscriptedQuestionId() : null, null, NoteKind.QUOTE, null, "", 0, null, null);
	}

	static NoteForm of(Note note) {
		return new NoteForm(note.id(), note.questionId(), note.unscriptedQuestionId(), null, note.kind(),
				note.speaker(), note.text(), note.version(), null, null);
	}

	/** The same words, now as a change of the given version. */
	NoteForm basedOn(int version) {
		return new NoteForm(this.id, this.questionId, this.unscriptedQuestionId, this.unscriptedKey, this.kind,
				this.speaker, this.text, version, this.writtenAt, this.clientSeq);
	}

	/**
	 * The text with plain line ends, which a form does not send, and nothing around it.
	 */
	String words() {
		return (this.text != null) ? this.text.replace("\r\n", "\n").strip() : "";
	}

	@Nullable String speakerOrNull() {
		return (this.speaker != null && !this.speaker.isBlank()) ? this.speaker.strip() : null;
	}

	NoteKind kindOrQuote() {
		return (this.kind != null) ? this.kind : NoteKind.QUOTE;
	}

	int base() {
		return (this.baseVersion != null) ? this.baseVersion : 0;
	}

}
