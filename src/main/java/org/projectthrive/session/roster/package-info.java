/** Sites, participants as codes, and the key to their names. */
@NullMarked
package org.projectthrive.session.roster;

import org.jspecify.annotations.NullMarked;
