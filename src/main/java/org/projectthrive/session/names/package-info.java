/**
 * Step 3: finds names in what was said and noted, in every form in which they are usual;
 * knows neither web nor texts.
 */
@NamedInterface("names")
@NullMarked
package org.projectthrive.session.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
