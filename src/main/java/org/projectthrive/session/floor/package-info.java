/**
 * Step 3: what the two screens of a running session share: the question on the floor and
 * its time, what is parked, what has changed, and the key to the notes that wait.
 */
@NullMarked
package org.projectthrive.session.floor;

import org.jspecify.annotations.NullMarked;
