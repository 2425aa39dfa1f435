/** The demo study, loaded module by module on the embedded database. */
@NullMarked
package org.projectthrive.platform.demo;

import org.jspecify.annotations.NullMarked;
