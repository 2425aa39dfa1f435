package org.projectthrive.review.finding;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a finding says, and what it is about. */
record FindingContent(String statement, @Nullable UUID questionKey, @Nullable Long topicId, Set<Long> themes) {
}
