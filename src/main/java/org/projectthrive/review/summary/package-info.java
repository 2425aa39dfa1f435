/**
 * Session summaries: what was said, by domain, written by one analyst and agreed by
 * another.
 */
@NullMarked
package org.projectthrive.review.summary;

import org.jspecify.annotations.NullMarked;
