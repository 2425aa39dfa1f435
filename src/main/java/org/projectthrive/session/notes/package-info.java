/** Step 3: what is noted while a session runs, and the debrief right after it. */
@NullMarked
package org.projectthrive.session.notes;

import org.jspecify.annotations.NullMarked;
