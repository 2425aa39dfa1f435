package org.projectthrive.coding.workspace;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants to see of a session.
 *
 * @param question as {@link SourceRow#question()} names it
 * @param theme also finds what is under it
 * @param mine only one's own codings: the others' are hidden
 */
record WorkspaceFilter(@Nullable String question, @Nullable String speaker, @Nullable Long theme,
		@Nullable Boolean starred, @Nullable Boolean mine) {

	static final WorkspaceFilter NONE = new WorkspaceFilter(null, null, null, null, null);

	/**
	 * Whether anything but {@link #mine} is asked for, so that sources may be missing
	 * from the page.
	 */
	public boolean isNarrow() {
		return isSet(this.question) || isSet(this.speaker) || this.theme != null || isStarred();
	}

	public boolean isStarred() {
		return Boolean.TRUE.equals(this.starred);
	}

	public boolean isMine() {
		return Boolean.TRUE.equals(this.mine);
	}

	boolean shows(CodingRow coding, Long personId) {
		return !isMine() || coding.isBy(personId);
	}

	boolean shows(SourceRow source, List<CodingRow> codings) {
		return (!isSet(this.question) || source.question().equals(this.question))
				&& (!isSet(this.speaker) || source.speaker().equals(this.speaker))
				&& ((this.theme == null && !isStarred()) || codings.stream().anyMatch(this::isSought));
	}

	private boolean isSought(CodingRow coding) {
		return (this.theme == null || coding.isUnder(this.theme)) && (!isStarred() || coding.starred());
	}

	private static boolean isSet(@Nullable String value) {
		return value != null && !value.isEmpty();
	}

}
