package org.projectthrive.transcript;

/**
 * Nobody shall read any more what a turn said before; told within the same transaction.
 */
public record TurnWordsForgotten(Long studyId, Long turnId) {
}
