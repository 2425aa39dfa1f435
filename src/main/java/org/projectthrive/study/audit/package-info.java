/** The audit log of the whole server, for administrators. */
@NullMarked
package org.projectthrive.study.audit;

import org.jspecify.annotations.NullMarked;
