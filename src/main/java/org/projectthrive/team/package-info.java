/**
 * Step 1: the project team, its sponsor and wellness leader, and the promise to
 * participants.
 */
@ApplicationModule(allowedDependencies = { "platform", "account", "study" })
@NullMarked
package org.projectthrive.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
