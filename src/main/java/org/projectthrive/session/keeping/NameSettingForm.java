package org.projectthrive.session.keeping;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** The last days on which replaced words, and files as they came, are kept. */
record NameSettingForm(@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
		@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate filesUntil) {
}
