/**
 * Finds where in a talk the questions of its guide are asked; knows neither web nor
 * database.
 */
@NullMarked
package org.projectthrive.transcript.question;

import org.jspecify.annotations.NullMarked;
