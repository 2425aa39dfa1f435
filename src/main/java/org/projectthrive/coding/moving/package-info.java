/** Moves codings along when the words under them are corrected. */
@NullMarked
package org.projectthrive.coding.moving;

import org.jspecify.annotations.NullMarked;
