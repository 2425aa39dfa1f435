/** Work that is done later, and again when it failed: db-scheduler. */
@NullMarked
package org.projectthrive.platform.jobs;

import org.jspecify.annotations.NullMarked;
