package org.projectthrive.coding.workspace;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Words of a turn or note under a theme, by an analyst, as pages show them.
 *
 * @param flagged whether its words were corrected and its analyst has not looked yet
 */
record CodingRow(Long id, @Nullable Long turnId, @Nullable UUID noteId, Long themeId, @Nullable Long parentId,
		String theme, int colour, Long analystId, String analyst, int startAt, int endAt, String memo, boolean starred,
		boolean flagged) {

	public boolean isBy(Long personId) {
		return this.analystId.equals(personId);
	}

	public boolean hasMemo() {
		return !this.memo.isEmpty();
	}

	/** Whether it carries the given theme or one under it. */
	public boolean isUnder(Long anyThemeId) {
		return this.themeId.equals(anyThemeId) || anyThemeId.equals(this.parentId);
	}

	/** The analyst in two letters or so. */
	public String initials() {
		StringBuilder initials = new StringBuilder();
		for (String name : this.analyst.split("\\s+", -1)) {
			name.codePoints().limit(1).forEach(initials::appendCodePoint);
		}
		return initials.toString();
	}

}
