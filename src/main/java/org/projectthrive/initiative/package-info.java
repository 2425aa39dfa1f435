/**
 * Step 5: what became of the ideas that were chosen, and back to the words that led to
 * them.
 */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team", "guide", "session",
		"session :: consent", "transcript", "coding", "review", "retreat" })
@NullMarked
package org.projectthrive.initiative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
