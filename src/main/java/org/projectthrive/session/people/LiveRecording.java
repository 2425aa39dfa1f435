package org.projectthrive.session.people;

import org.jspecify.annotations.Nullable;

/**
 * Whether a running session is recorded, in words for its live page.
 *
 * @param says since when it is recorded, or why no recording can start
 * @param alarm why the recording must be stopped at once
 */
public record LiveRecording(boolean running, boolean canStart, String says, @Nullable String alarm) {
}
