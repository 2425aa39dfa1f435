package org.projectthrive.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Dates and times as people read them: "Tue 3 Mar 2026, 12:00", in the zone that matters.
 */
public final class When {

	/** For words that are not put together in a template. */
	public static final When INSTANCE = new When();

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm",
			Locale.ENGLISH);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

	private When() {
	}

	/** A moment in the given zone, an IANA id such as {@code America/Denver}. */
	public String at(@Nullable Instant instant, String zone) {
		return (instant != null) ? MOMENT.format(instant.atZone(ZoneId.of(zone))) : "";
	}

	/** A moment in UTC, and says so: for what belongs to no place. */
	public String utc(@Nullable Instant instant) {
		return (instant != null) ? at(instant, "UTC") + " UTC" : "";
	}

	public String time(@Nullable Instant instant, String zone) {
		return (instant != null) ? TIME.format(instant.atZone(ZoneId.of(zone))) : "";
	}

	public String day(@Nullable LocalDate date) {
		return (date != null) ? DAY.format(date) : "";
	}

	/** Milliseconds from the start of a recording as {@code 1:02:03} or {@code 12:31}. */
	public String offset(@Nullable Integer millis) {
		if (millis == null) {
			return "";
		}
		int seconds = millis / 1000;
		String minutesAndSeconds = String.format(Locale.ENGLISH, "%02d:%02d", seconds / 60 % 60, seconds % 60);
		return (seconds >= 3600) ? seconds / 3600 + ":" + minutesAndSeconds : minutesAndSeconds;
	}

}
