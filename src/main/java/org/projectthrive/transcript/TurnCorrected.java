package org.projectthrive.transcript;

/**
 * The words of a turn were corrected. Told within the same transaction, so that whatever
 * points at the old words points at the new ones, or nothing has changed.
 *
 * @param before the words until now
 * @param secret whether nobody shall read the words until now any more
 */
public record TurnCorrected(Long studyId, Long sessionId, Long turnId, String before, String after, boolean secret) {
}
