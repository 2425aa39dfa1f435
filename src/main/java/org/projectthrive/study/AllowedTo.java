package org.projectthrive.study;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may use a route below {@code /studies/{studyId}}; on the method or else
 * on the controller. A route without it is refused to everybody.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

	Role[] value();

}
