package org.projectthrive.platform.web;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Days as fields for dates send them, {@code 2026-03-31}, of years that a calendar on the
 * wall may have had or will have: others are no days of a study, and the database knows
 * some of them not at all.
 */
class SensibleDays implements AnnotationFormatterFactory<DateTimeFormat> {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2999;

	@Override
	public Set<Class<?>> getFieldTypes() {
		return Set.of(LocalDate.class);
	}

	@Override
	public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> fieldType) {
		return new Days();
	}

	@Override
	public Parser<?> getParser(DateTimeFormat annotation, Class<?> fieldType) {
		return new Days();
	}

	private static final class Days implements Formatter<LocalDate> {

		@Override
		public LocalDate parse(String text, Locale locale) throws ParseException {
			LocalDate day = LocalDate.parse(text.strip());
			if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
				throw new ParseException(text, 0);
			}
			return day;
		}

		@Override
		public String print(LocalDate day, Locale locale) {
			return day.toString();
		}

	}

}
