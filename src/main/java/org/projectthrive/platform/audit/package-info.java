/** Who did what to which study. */
@NullMarked
package org.projectthrive.platform.audit;

import org.jspecify.annotations.NullMarked;
