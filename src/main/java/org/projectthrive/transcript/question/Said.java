package org.projectthrive.transcript.question;

import org.jspecify.annotations.Nullable;

/**
 * A turn of talk.
 *
 * @param facilitator whether one of those speaks who lead the session
 * @param startsMs from the start of the recording
 */
public record Said(boolean facilitator, String words, @Nullable Integer startsMs) {
}
