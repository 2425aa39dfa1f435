/**
 * What goes wrong outside of the application, made to go wrong, and what is kept all the
 * same.
 */
@NullMarked
package org.projectthrive.fault;

import org.jspecify.annotations.NullMarked;
