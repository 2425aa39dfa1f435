/**
 * Reads transcript files of many makers into turns of talk; knows neither web nor
 * database.
 */
@NullMarked
package org.projectthrive.transcript.file;

import org.jspecify.annotations.NullMarked;
