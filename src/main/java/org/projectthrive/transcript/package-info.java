/** Step 3 to 4: transcripts, their speakers and turns. */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team", "guide", "session",
		"session :: names", "session :: marks", "session :: keeping" })
@NullMarked
package org.projectthrive.transcript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
