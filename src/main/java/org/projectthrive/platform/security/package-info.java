/** Who may come in, and the headers of every answer. */
@NullMarked
package org.projectthrive.platform.security;

import org.jspecify.annotations.NullMarked;
