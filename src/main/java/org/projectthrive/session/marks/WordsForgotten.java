package org.projectthrive.session.marks;

/**
 * Nobody shall read any more what a turn or a note said before; told within the same
 * transaction.
 */
public record WordsForgotten(Long studyId, WordSource source) {
}
