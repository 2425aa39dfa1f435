package org.projectthrive.session.roster;

/**
 * Somebody's name was written down, for the first time or anew; told within the same
 * transaction.
 */
public record NameLearned(Long studyId, Long participantId) {
}
