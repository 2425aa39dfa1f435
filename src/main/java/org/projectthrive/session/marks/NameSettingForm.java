package org.projectthrive.session.marks;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** The last day on which replaced words are kept. */
record NameSettingForm(@NotNull @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {
}
