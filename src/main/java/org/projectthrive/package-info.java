@NullMarked
package org.projectthrive;

import org.jspecify.annotations.NullMarked;
