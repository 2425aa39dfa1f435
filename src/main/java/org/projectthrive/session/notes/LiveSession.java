package org.projectthrive.session.notes;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A session as its live page and its debrief need it.
 *
 * @param open whether notes can be saved
 * @param change its newest change number
 */
public record LiveSession(Long id, String title, String zone, int minutes, String stage, @Nullable Instant startedAt,
		@Nullable Instant endedAt, Instant now, boolean open, long change) {

	public boolean isRunning() {
		return this.stage.equals("IN_PROGRESS");
	}

	public boolean isBeforeStart() {
		return List.of("PLANNED", "INVITED").contains(this.stage);
	}

	/** Has taken place, so that it can be debriefed. */
	public boolean isHeld() {
		return List.of("HELD", "DEBRIEFED", "TRANSCRIBED", "CLOSED").contains(this.stage);
	}

	/** Minutes since the start, for pages without a script. */
	public long elapsed() {
		return (this.startedAt != null)
				? Math.max(0, (this.now.getEpochSecond() - this.startedAt.getEpochSecond()) / 60) : 0;
	}

}
