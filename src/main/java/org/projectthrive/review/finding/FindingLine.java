package org.projectthrive.review.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.Themes.ThemeRow;

/**
 * A finding as it is shown.
 *
 * @param sessions the number of sessions in which one of its themes was raised, of all
 * that were held
 */
record FindingLine(Long id, String statement, @Nullable UUID questionKey, @Nullable String topic, String writtenBy,
		@Nullable Instant releasedAt, List<ThemeRow> themes, int sessions, int held) {

	public boolean isReleased() {
		return this.releasedAt != null;
	}

}
