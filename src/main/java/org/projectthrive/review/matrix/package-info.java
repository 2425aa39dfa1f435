/** The matrix: sessions by domains. */
@NullMarked
package org.projectthrive.review.matrix;

import org.jspecify.annotations.NullMarked;
