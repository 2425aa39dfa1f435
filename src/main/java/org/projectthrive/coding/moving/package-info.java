/** Moves codings along when the words under them are corrected, or names in them replaced. */
@NullMarked
package org.projectthrive.coding.moving;

import org.jspecify.annotations.NullMarked;
