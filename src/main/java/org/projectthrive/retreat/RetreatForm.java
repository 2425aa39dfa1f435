package org.projectthrive.retreat;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

record RetreatForm(@NotBlank @Size(max = 200) @Nullable String title,
		@NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate heldOn,
		@Size(max = 300) @Nullable String place, @Nullable Integer version) {

	static final RetreatForm EMPTY = new RetreatForm(null, null, null, null);

	static RetreatForm of(Retreat retreat) {
		return new RetreatForm(retreat.title(), retreat.heldOn(), retreat.place(), retreat.version());
	}

	String placeOrEmpty() {
		return (this.place != null) ? this.place : "";
	}

}
