/** Step 3: who came, who agreed to what, and whether the talk is recorded. */
@NullMarked
package org.projectthrive.session.people;

import org.jspecify.annotations.NullMarked;
