/** Secret ballots: prepared, opened, cast, closed, counted. */
@NullMarked
package org.projectthrive.retreat.ballot;

import org.jspecify.annotations.NullMarked;
