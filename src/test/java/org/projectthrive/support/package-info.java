/** What the tests share: the database, the browser. */
@NullMarked
package org.projectthrive.support;

import org.jspecify.annotations.NullMarked;
