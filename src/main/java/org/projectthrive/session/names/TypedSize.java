package org.projectthrive.session.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * How long a text may be that is stored without names.
 *
 * @see TypedLength
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TypedSize.Check.class)
public @interface TypedSize {

	/** The longest length. */
	int max();

	String message() default "too long";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Checks it. */
	final class Check implements ConstraintValidator<TypedSize, String> {

		private int max;

		@Override
		public void initialize(TypedSize size) {
			this.max = size.max();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text == null || TypedLength.fits(text, this.max);
		}

	}

}
