/**
 * What makes the job difficult beside what happens when things go well, topic by topic.
 */
@NullMarked
package org.projectthrive.review.contrast;

import org.jspecify.annotations.NullMarked;
