/** Themes that emerge under each question. */
@NullMarked
package org.projectthrive.review.emerging;

import org.jspecify.annotations.NullMarked;
