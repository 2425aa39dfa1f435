package org.projectthrive.session.people;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * From when to when a session was recorded, as its facilitators marked it.
 *
 * @param stoppedAt null while it runs
 */
public record RecordingMark(Long id, Instant startedAt, String startedBy, @Nullable Instant stoppedAt,
		@Nullable String stoppedBy) {

	public boolean isRunning() {
		return this.stoppedAt == null;
	}

}
