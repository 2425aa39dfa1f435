/** Step 3: what a study keeps of names and files as they came, and until when. */
@NamedInterface("keeping")
@NullMarked
package org.projectthrive.session.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
