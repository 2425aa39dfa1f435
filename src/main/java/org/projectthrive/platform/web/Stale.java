package org.projectthrive.platform.web;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a form that somebody else has saved meanwhile (409): what was entered is
 * kept, and under each field that differs stands what is saved now. Its {@code version}
 * becomes the saved one, so that saving again replaces it knowingly.
 */
public final class Stale {

	private static final String VERSION = "version";

	private Stale() {
	}

	/**
	 * The page again.
	 * @param entered the form as it was sent
	 * @param saved the same form as it would be filled now
	 */
	public static ModelAndView page(String view, Record entered, Record saved) {
		return new ModelAndView(view, HttpStatus.CONFLICT).addObject("stored", differing(entered, saved))
			.addObject("storedVersion", values(saved).get(VERSION));
	}

	/** What is saved, of those fields in which it differs; each value is a list. */
	static Map<String, List<?>> differing(Record entered, Record saved) {
		Map<String, Object> mine = values(entered);
		Map<String, List<?>> differing = new LinkedHashMap<>();
		values(saved).forEach((field, value) -> {
			if (!field.equals(VERSION) && !same(list(value), list(mine.get(field)))) {
				differing.put(field, list(value));
			}
		});
		return differing;
	}

	private static boolean same(List<?> one, List<?> other) {
		return Set.copyOf(one).equals(Set.copyOf(other));
	}

	private static List<?> list(@Nullable Object value) {
		if (value instanceof Collection<?> many) {
			return List.copyOf(many);
		}
		boolean empty = value == null || (value instanceof String text && text.isBlank());
		return empty ? List.of() : List.of((value instanceof String text) ? lines(text) : value);
	}

	/** Browsers send lines in another way than they are kept. */
	private static String lines(String text) {
		return text.replace("\r\n", "\n").strip();
	}

	private static Map<String, @Nullable Object> values(Record form) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		try {
			for (RecordComponent component : form.getClass().getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				values.put(component.getName(), component.getAccessor().invoke(form));
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		return values;
	}

}
