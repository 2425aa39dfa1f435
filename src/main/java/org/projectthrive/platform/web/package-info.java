/** The look of pages: icons and formats. */
@NullMarked
package org.projectthrive.platform.web;

import org.jspecify.annotations.NullMarked;
