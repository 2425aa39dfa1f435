package org.projectthrive.review.summary;

import org.jspecify.annotations.Nullable;

/**
 * A session's summary in the list of summaries.
 *
 * @param flagged how many of its quotes are to be looked at, since their words were
 * changed
 */
public record SummaryLine(Long sessionId, SummaryStage stage, String author, @Nullable String secondReader,
		int answered, int flagged) {
}
