package org.projectthrive.guide;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record DetailsForm(@NotBlank @Size(max = 200) @Nullable String title,
		@NotNull @Min(15) @Max(240) @Nullable Integer slotMinutes) {
}
