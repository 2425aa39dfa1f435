/** People and signing in. */
@ApplicationModule(allowedDependencies = { "platform" })
@NullMarked
package org.projectthrive.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
