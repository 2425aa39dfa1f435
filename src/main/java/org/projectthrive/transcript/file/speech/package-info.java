/** What all readers of transcripts share: who speaks, when, and what was said. */
@NullMarked
package org.projectthrive.transcript.file.speech;

import org.jspecify.annotations.NullMarked;
