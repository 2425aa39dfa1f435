/** Reads the text of a Word document, whatever else is in its file. */
@NullMarked
package org.projectthrive.transcript.file.word;

import org.jspecify.annotations.NullMarked;
