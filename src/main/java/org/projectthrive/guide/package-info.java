/** Step 2: the questions that every focus group is asked. */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team" })
@NullMarked
package org.projectthrive.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
