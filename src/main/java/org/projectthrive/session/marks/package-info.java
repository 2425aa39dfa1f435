/** Step 3: what may give somebody away is decided here, and what was replaced. */
@NamedInterface("marks")
@NullMarked
package org.projectthrive.session.marks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
