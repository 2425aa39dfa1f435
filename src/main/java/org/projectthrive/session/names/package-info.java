/**
 * Step 3: takes names out of what was said and noted, and asks about what only may give
 * somebody away.
 */
@NamedInterface("names")
@NullMarked
package org.projectthrive.session.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
