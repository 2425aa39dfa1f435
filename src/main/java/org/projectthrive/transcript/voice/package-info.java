/** Who can be heard in a session, and for whom a label in a file stands. */
@NullMarked
package org.projectthrive.transcript.voice;

import org.jspecify.annotations.NullMarked;
