/** The application as people use it, from the first click of a study to its last. */
@NullMarked
package org.projectthrive.story;

import org.jspecify.annotations.NullMarked;
