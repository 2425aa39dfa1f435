/** Step 2: what a question says, and what one may want to think over about it. */
@NullMarked
package org.projectthrive.guide.question;

import org.jspecify.annotations.NullMarked;
