/** A study, its five steps with their criteria, and who may open it. */
@ApplicationModule(allowedDependencies = { "platform", "account" })
@NullMarked
package org.projectthrive.study;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
