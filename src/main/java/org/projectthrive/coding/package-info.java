/** Step 4: the codebook, and which words carry which theme. */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team", "guide", "session",
		"session :: marks", "session :: names", "transcript" })
@NullMarked
package org.projectthrive.coding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
