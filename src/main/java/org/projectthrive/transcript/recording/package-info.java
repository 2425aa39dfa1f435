/**
 * Where the recordings of sessions are, who holds them, and when they must be gone. They
 * are tracked here, never kept.
 */
@NullMarked
package org.projectthrive.transcript.recording;

import org.jspecify.annotations.NullMarked;
