package org.projectthrive.session.marks;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The turn or the note in which words stand: one of the two. */
public record WordSource(@Nullable Long turnId, @Nullable UUID noteId) {

	/** What the keys of turns and notes begin with. */
	public static final String TURN = "turn";

	public static final String NOTE = "note";

	public static WordSource turn(Long id) {
		return new WordSource(id, null);
	}

	public static WordSource note(UUID id) {
		return new WordSource(null, id);
	}

	/** Where a text stands that can be coded and quoted; other texts cannot. */
	static Optional<WordSource> of(NamedText text) {
		return switch (text.source()) {
			case TURN -> Optional.of(turn(Long.valueOf(text.id())));
			case NOTE -> Optional.of(note(UUID.fromString(text.id())));
			default -> Optional.empty();
		};
	}

}
