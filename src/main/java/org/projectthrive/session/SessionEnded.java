package org.projectthrive.session;

import java.time.Instant;

/** A session was ended, just now and in this transaction, by the given person. */
public record SessionEnded(Long studyId, Long sessionId, Long personId, Instant at) {
}
