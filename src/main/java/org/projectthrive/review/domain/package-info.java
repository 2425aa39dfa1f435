/** What every summary answers: a domain per guide question, and those added later. */
@NullMarked
package org.projectthrive.review.domain;

import org.jspecify.annotations.NullMarked;
