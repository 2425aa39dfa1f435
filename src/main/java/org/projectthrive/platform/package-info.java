/**
 * What every module stands on: errors, audit, mail, jobs, the database, security and the
 * look of pages.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package org.projectthrive.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
