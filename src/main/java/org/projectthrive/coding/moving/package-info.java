/** Moves codings along when the words under them are corrected. */
@NamedInterface("moving")
@NullMarked
package org.projectthrive.coding.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
