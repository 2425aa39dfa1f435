package org.projectthrive.session.marks;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.NameCover;

/**
 * The names of a session, for one request that saves several texts: read once, and again
 * only when the roster has learned a name between two of them.
 */
public final class NamesAtHand {

	private @Nullable NameCover cover;

	private int timesLearned;

	/**
	 * The names as they are now.
	 * @param times how often the roster has learned a name by now
	 */
	NameCover at(int times, Supplier<NameCover> reading) {
		if (this.cover == null || this.timesLearned != times) {
			this.cover = reading.get();
			this.timesLearned = times;
		}
		return this.cover;
	}

}
