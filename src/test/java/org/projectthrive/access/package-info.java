/**
 * Who may use which route: one table, compared with the router and tried out row by row.
 */
@NullMarked
package org.projectthrive.access;

import org.jspecify.annotations.NullMarked;
