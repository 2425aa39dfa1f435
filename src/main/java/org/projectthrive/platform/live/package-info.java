/**
 * Tells open pages that something has changed, on whichever node it did: never what, for
 * a page reads that again and is checked again.
 */
@NullMarked
package org.projectthrive.platform.live;

import org.jspecify.annotations.NullMarked;
