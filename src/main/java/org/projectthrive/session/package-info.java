/** Step 3: sites, participants as codes, focus-group sessions, live notes, debriefs. */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team", "guide" })
@NullMarked
package org.projectthrive.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
