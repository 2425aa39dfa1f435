/** Step 5: ideas, the scope gate, the retreat and its secret ballots. */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team", "guide", "session",
		"session :: marks", "session :: names", "transcript", "coding", "review" })
@NullMarked
package org.projectthrive.retreat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
