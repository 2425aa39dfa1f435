package org.projectthrive.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a step is overridden, reopened or completed. */
record RulingForm(@NotBlank @Size(max = 1000) @Nullable String reason) {
}
