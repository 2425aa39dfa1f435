/** Findings, written by analysts and released to leaders by the lead. */
@NullMarked
package org.projectthrive.review.finding;

import org.jspecify.annotations.NullMarked;
