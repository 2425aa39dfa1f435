package org.projectthrive.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.context.IThymeleafBindStatus;
import org.thymeleaf.spring6.context.IThymeleafRequestContext;

/**
 * The model's {@code form} as a page shows it: what was entered, also when it was
 * refused, and what is wrong with it.
 */
public final class BoundForm {

	private final IThymeleafRequestContext request;

	BoundForm(IThymeleafRequestContext request) {
		this.request = request;
	}

	/** The value of a field as text; empty when there is none. */
	public String value(String field) {
		Object value = status(field).getValue();
		return (value != null) ? value.toString() : "";
	}

	/**
	 * How long a field may become: no longer than {@code most}, or than it is already,
	 * since a browser lets nobody change a text that is too long. Null for any length.
	 */
	public @Nullable Integer longest(String field, @Nullable Integer most) {
		return (most != null) ? Math.max(most, value(field).replace("\r\n", "\n").length()) : null;
	}

	/** Whether a field of many values, or of one, holds the given one. */
	public boolean holds(String field, Object option) {
		IThymeleafBindStatus status = status(field);
		Object value = (status.getActualValue() != null) ? status.getActualValue() : status.getValue();
		return texts(value).contains(option.toString());
	}

	public List<String> errors(String field) {
		return List.of(status(field).getErrorMessages());
	}

	public boolean hasErrors(String field) {
		return status(field).isError();
	}

	/** Errors that concern no single field. */
	public List<String> globalErrors() {
		return List.of(status("").getErrorMessages());
	}

	private IThymeleafBindStatus status(String field) {
		return this.request.getBindStatus(field.isEmpty() ? "form" : "form." + field, false);
	}

	private static List<String> texts(@Nullable Object value) {
		if (value instanceof Collection<?> many) {
			return many.stream().filter(Objects::nonNull).map(Object::toString).toList();
		}
		if (value instanceof Object[] many) {
			return Arrays.stream(many).filter(Objects::nonNull).map(Object::toString).toList();
		}
		return (value != null) ? List.of(value.toString()) : List.of();
	}

}
