package org.projectthrive.coding;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants to see of a session.
 *
 * @param question as {@link SourceRow#question()} names it
 * @param theme also finds what is under it
 * @param mine only one's own codings: the others' are hidden
 */
record WorkspaceFilter(@Nullable String question, @Nullable String speaker, @Nullable Long theme, boolean starred,
		boolean mine) {

	static final WorkspaceFilter NONE = new WorkspaceFilter(null, null, null, false, false);

	/** Whether anything but {@link #mine} is asked for, so that sources may be missing from the page. */
	public boolean isNarrow() {
		return isSet(this.question) || isSet(this.speaker) || this.theme != null || this.starred;
	}

	boolean shows(CodingRow coding, Long personId) {
		return !this.mine || coding.isBy(personId);
	}

	boolean shows(SourceRow source, List<CodingRow> codings) {
		return (!isSet(this.question) || source.question().equals(this.question))
				&& (!isSet(this.speaker) || source.speaker().equals(this.speaker))
				&& (this.theme == null && !this.starred || codings.stream().anyMatch(this::isSought));
	}

	private boolean isSought(CodingRow coding) {
		return (this.theme == null || coding.isUnder(this.theme)) && (!this.starred || coding.starred());
	}

	private static boolean isSet(@Nullable String value) {
		return value != null && !value.isEmpty();
	}

}
