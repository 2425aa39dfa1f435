/** From the bytes of a text to its characters. */
@NullMarked
package org.projectthrive.transcript.file.text;

import org.jspecify.annotations.NullMarked;
