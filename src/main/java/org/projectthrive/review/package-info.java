/**
 * Step 4: domains, session summaries, the matrix, emerging themes, contrasts, findings.
 */
@ApplicationModule(allowedDependencies = { "platform", "account", "study", "team", "guide", "session",
		"session :: consent", "session :: marks", "session :: names", "transcript", "coding", "coding :: moving" })
@NullMarked
package org.projectthrive.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
