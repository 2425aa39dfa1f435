/**
 * What an application that is started for fault tests has besides: nothing else may be in
 * here.
 */
@NullMarked
package org.projectthrive.fault.child;

import org.jspecify.annotations.NullMarked;
