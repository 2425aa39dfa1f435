/**
 * Ideas for change: where they come from, how far they reach, and what becomes of them.
 */
@NullMarked
package org.projectthrive.retreat.idea;

import org.jspecify.annotations.NullMarked;
