package org.projectthrive.transcript.recording;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;

/**
 * Where a recording is and when it was where.
 *
 * @param version that was changed; nothing when it is tracked first
 */
record RecordingForm(@NotBlank @Size(max = 500) @Nullable String place,
		@NotBlank @Size(max = 200) @Nullable String holder, @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate sentOn,
		@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate receivedOn,
		@NotNull @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deleteBy, @Nullable Integer version) {

	private static final int DAYS_KEPT = 90;

	/** Nothing yet; ninety days are time enough for a transcript. */
	static RecordingForm proposed(LocalDate held) {
		return new RecordingForm("", "", null, null, held.plusDays(DAYS_KEPT), null);
	}

	static RecordingForm of(Recording recording) {
		return new RecordingForm(recording.place(), recording.holder(), recording.sentOn(), recording.receivedOn(),
				recording.deleteBy(), recording.version());
	}

	/** Nothing of it happened before the session or in the future. */
	void check(LocalDate held, LocalDate today, Errors errors) {
		past("sentOn", this.sentOn, held, today, errors);
		past("receivedOn", this.receivedOn, held, today, errors);
		if (this.deleteBy != null && this.deleteBy.isBefore(held)) {
			errors.rejectValue("deleteBy", "recording.beforeSession");
		}
		if (this.sentOn != null && this.receivedOn != null && this.receivedOn.isBefore(this.sentOn)) {
			errors.rejectValue("receivedOn", "recording.received.early");
		}
	}

	private static void past(String field, @Nullable LocalDate date, LocalDate held, LocalDate today, Errors errors) {
		if (date != null && date.isBefore(held)) {
			errors.rejectValue(field, "recording.beforeSession");
		}
		if (date != null && date.isAfter(today)) {
			errors.rejectValue(field, "recording.future");
		}
	}

}
