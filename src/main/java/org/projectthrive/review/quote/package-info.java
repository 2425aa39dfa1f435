/**
 * Step 4: keeps the quotes of summaries true to what was said, and tells where words were
 * changed under them.
 */
@NullMarked
package org.projectthrive.review.quote;

import org.jspecify.annotations.NullMarked;
