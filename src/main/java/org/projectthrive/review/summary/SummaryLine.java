package org.projectthrive.review.summary;

import org.jspecify.annotations.Nullable;

/** A session's summary in the list of summaries. */
public record SummaryLine(Long sessionId, SummaryStage stage, String author, @Nullable String secondReader,
		int answered) {
}
