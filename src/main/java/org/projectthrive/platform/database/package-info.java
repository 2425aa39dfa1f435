/** The database: PostgreSQL of one's own, or the one the application brings along. */
@NullMarked
package org.projectthrive.platform.database;

import org.jspecify.annotations.NullMarked;
