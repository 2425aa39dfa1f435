/** What goes wrong, and the pages that say so. */
@NullMarked
package org.projectthrive.platform.error;

import org.jspecify.annotations.NullMarked;
