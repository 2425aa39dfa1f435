/** The analyst's desk: a session's words with what was coded in them. */
@NullMarked
package org.projectthrive.coding.workspace;

import org.jspecify.annotations.NullMarked;
