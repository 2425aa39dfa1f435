package org.projectthrive.coding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.names.MayName;

/**
 * What an analyst wants to code.
 *
 * @param start the first code point; without start and end the whole turn or note is
 * meant
 * @param words what the analyst saw there; when it is no longer there, nothing is coded
 */
@MayName
public record CodeForm(@Nullable Long turnId, @Nullable UUID noteId, @Nullable Integer start, @Nullable Integer end,
		@Nullable String words, @Nullable List<Long> themeIds) {

	/** The themes, each once. */
	Set<Long> themes() {
		if (this.themeIds == null || this.themeIds.stream().allMatch(Objects::isNull)) {
			throw new RuleViolation("coding.themes.missing");
		}
		return this.themeIds.stream().filter(Objects::nonNull).collect(Collectors.toSet());
	}

	/** The words that are meant, in the text as it stands now. */
	Span spanIn(String text) {
		if (this.start == null && this.end == null) {
			return Span.whole(text);
		}
		if (this.start == null || this.end == null) {
			throw new RuleViolation("coding.span.empty");
		}
		Span span = new Span(this.start, this.end);
		String found = span.in(text).replace('\r', ' ');
		if (this.words != null && !this.words.replace('\r', ' ').equals(found)) {
			throw new RuleViolation("coding.words.changed");
		}
		return span;
	}

	boolean namesOneSource() {
		return (this.turnId == null) != (this.noteId == null);
	}

}
