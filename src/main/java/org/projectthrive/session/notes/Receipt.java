package org.projectthrive.session.notes;

import java.util.UUID;

/**
 * Says that a note is kept, after the commit and never before. The same save gets the
 * same receipt, however often it is sent.
 *
 * @param seq the note's place in the order of all notes
 */
record Receipt(UUID id, int version, long seq) {
}
