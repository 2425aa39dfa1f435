/** Step 3: what the facilitators take away, written right after a session. */
@NullMarked
package org.projectthrive.session.debrief;

import org.jspecify.annotations.NullMarked;
